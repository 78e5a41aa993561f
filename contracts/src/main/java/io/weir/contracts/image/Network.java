package io.weir.contracts.image;

import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;

/** A Cloud Connect Network as it is; its links stand beside it in the image. */
public record Network(CcnId id, NetworkSettings settings, Revision revision) {}
