package io.weir.dataplane.replica;

import io.weir.dataplane.tls.CertificateStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that the configuration names or that is there, in a report.
 *
 * @param name what the configuration calls it
 * @param names host names and addresses that it is for, the first {@value #MOST_NAMES}, or null
 * @param notBefore ISO 8601, as the other time; null if there is none in use
 * @param notAfter when the first certificate of its chain expires
 * @param problem why the files, as they are now, are not used, or null if they are
 */
record ServableCertificate(
    String name,
    @Nullable List<String> names,
    @Nullable String notBefore,
    @Nullable String notAfter,
    @Nullable String problem) {
  /** How many are reported at most. */
  static final int MOST = 200;

  static final int MOST_NAMES = 10;

  /** Those with a problem first, then those that expire first. */
  private static final Comparator<CertificateStatus> MOST_URGENT =
      Comparator.comparing((CertificateStatus one) -> one.problem() == null)
          .thenComparing(one -> one.notAfter() == null ? Instant.MIN : one.notAfter())
          .thenComparing(CertificateStatus::name);

  /** The most urgent of these. */
  static List<ServableCertificate> of(List<CertificateStatus> all) {
    return all.stream().sorted(MOST_URGENT).limit(MOST).map(ServableCertificate::of).toList();
  }

  private static ServableCertificate of(CertificateStatus one) {
    List<String> names = one.names().stream().limit(MOST_NAMES).toList();
    return new ServableCertificate(
        one.name(),
        names.isEmpty() ? null : names,
        text(one.notBefore()),
        text(one.notAfter()),
        one.problem());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
