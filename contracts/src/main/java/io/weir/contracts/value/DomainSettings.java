package io.weir.contracts.value;

import org.jspecify.annotations.Nullable;

/**
 * What a custom domain leads to: one environment of one service, without the environment's segment
 * in the path.
 *
 * @param certificate shown to clients that ask for the domain over TLS, or null for the default one
 *     of the replica, if it has any
 */
public record DomainSettings(
    ServiceId serviceId, Environment environment, @Nullable CertificateName certificate) {}
