package io.weir.contracts.image;

import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;

/** A dedicated instance as it is. */
public record Instance(InstanceId id, InstanceSettings settings, Revision revision) {}
