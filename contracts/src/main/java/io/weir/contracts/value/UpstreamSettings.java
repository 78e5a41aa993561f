package io.weir.contracts.value;

import org.jspecify.annotations.Nullable;

/**
 * Everything about an upstream but its nodes.
 *
 * @param name unique among upstreams, or null
 * @param hostHeader sent to nodes in place of their address, or null
 */
public record UpstreamSettings(
    @Nullable Name name,
    VpcId vpcId,
    Description description,
    Algorithm algorithm,
    Protocol protocol,
    @Nullable HostHeader hostHeader,
    Retries retries) {}
