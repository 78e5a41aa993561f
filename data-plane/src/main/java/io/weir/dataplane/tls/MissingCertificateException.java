package io.weir.dataplane.tls;

/** There is no certificate to speak TLS with; the message says which and why. */
final class MissingCertificateException extends Exception {
  private static final long serialVersionUID = 1;

  MissingCertificateException(String message) {
    super(message);
  }
}
