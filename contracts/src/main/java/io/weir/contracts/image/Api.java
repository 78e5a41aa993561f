package io.weir.contracts.image;

import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;

/** The draft of an API as it is. */
public record Api(ApiId id, ServiceId serviceId, ApiDefinition definition, Revision revision) {}
