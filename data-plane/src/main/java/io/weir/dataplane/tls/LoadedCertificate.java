package io.weir.dataplane.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What certificate files held when they were read. Two readings are never equal: what was made of
 * one is made again of the next. Immutable.
 */
final class LoadedCertificate {
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

  /** When the first of them expires. */
  Instant notAfter() {
    return chain.stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }
}
