package io.weir.dataplane.tls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of one certificate.
 *
 * @param name what the configuration calls it
 * @param subject of the certificate in use, or null if there is none
 * @param notAfter when the first certificate of the chain in use expires, or null
 * @param hasKey whether it can be shown, not only trusted
 * @param problem why the files, as they are now, are not used, or null if they are
 */
public record CertificateStatus(
    String name,
    @Nullable String subject,
    @Nullable Instant notAfter,
    boolean hasKey,
    @Nullable String problem) {}
