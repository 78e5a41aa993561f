package io.weir.dataplane.tls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of one certificate.
 *
 * @param name what the configuration calls it
 * @param subject of the certificate in use, or null if there is none
 * @param names host names and addresses that the certificate in use is for, as it lists them
 * @param notBefore from when on it may be used, or null
 * @param notAfter when the first certificate of the chain in use expires, or null
 * @param hasKey whether it can be shown, not only trusted
 * @param problem why the files, as they are now, are not used, or null if they are
 */
public record CertificateStatus(
    String name,
    @Nullable String subject,
    List<String> names,
    @Nullable Instant notBefore,
    @Nullable Instant notAfter,
    boolean hasKey,
    @Nullable String problem) {}
