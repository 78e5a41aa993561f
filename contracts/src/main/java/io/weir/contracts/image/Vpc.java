package io.weir.contracts.image;

import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;

/** A VPC as it is. */
public record Vpc(VpcId id, VpcSettings settings, Revision revision) {}
