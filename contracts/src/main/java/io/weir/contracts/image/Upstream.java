package io.weir.contracts.image;

import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;

/** An upstream as it is. */
public record Upstream(UpstreamId id, UpstreamSettings settings, Nodes nodes, Revision revision) {}
