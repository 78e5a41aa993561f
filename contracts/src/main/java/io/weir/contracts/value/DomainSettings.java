package io.weir.contracts.value;

import org.jspecify.annotations.Nullable;

/**
 * What a custom domain leads to: one environment of one service, without the environment's segment
 * in the path.
 *
 * @param certificate shown to clients that ask for the domain over TLS, or null if it is not served
 *     over TLS
 */
public record DomainSettings(
    ServiceId serviceId, Environment environment, @Nullable CertificateName certificate) {}
