package io.weir.dataplane.tls;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What certificate files held when they were read. Two readings are never equal: what was made of
 * one is made again of the next. Immutable.
 */
final class LoadedCertificate {
  /** Sorts of names, as {@link X509Certificate#getSubjectAlternativeNames} numbers them. */
  private static final Integer DNS_NAME = 2;

  private static final Integer ADDRESS = 7;

  private final List<X509Certificate> chain;
  private final @Nullable PrivateKey key;

  LoadedCertificate(List<X509Certificate> chain, @Nullable PrivateKey key) {
    this.chain = List.copyOf(chain);
    this.key = key;
  }

  /** The certificate and those that vouch for it, or the certificates of authorities. Not empty. */
  List<X509Certificate> chain() {
    return chain;
  }

  X509Certificate[] chainArray() {
    return chain.toArray(X509Certificate[]::new);
  }

  /** The key of the first certificate, or null if none came with it. */
  @Nullable PrivateKey key() {
    return key;
  }

  String subject() {
    return chain.getFirst().getSubjectX500Principal().getName();
  }

  /** The host names and addresses that it is for; none if it lists none that can be read. */
  List<String> names() {
    try {
      Collection<List<?>> listed = chain.getFirst().getSubjectAlternativeNames();
      return listed == null
          ? List.of()
          : listed.stream()
              .filter(name -> name.getFirst().equals(DNS_NAME) || name.getFirst().equals(ADDRESS))
              .map(name -> String.valueOf(name.get(1)))
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /** From when on it may be used. */
  Instant notBefore() {
    return chain.getFirst().getNotBefore().toInstant();
  }

  /** When the first of them expires. */
  Instant notAfter() {
    return chain.stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }
}
