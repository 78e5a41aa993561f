package io.weir.dataplane.forward;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates HTTPS nodes may present: those the system trusts and those of a file, for the
 * name the upstream's Host header or the node's address says; or anybody's, if the operator
 * insists.
 */
final class NodeTrust {
  private final boolean all;
  private final @Nullable X509TrustManager extended;

  private NodeTrust(boolean all, @Nullable X509TrustManager extended) {
    this.all = all;
    this.extended = extended;
  }

  /**
   * The trust that options ask for.
   *
   * @throws IllegalArgumentException if the CA file cannot be read as PEM certificates
   */
  static NodeTrust of(ForwardOptions options) {
    Path caFile = options.caFile();
    if (options.trustAll() || caFile == null) {
      return new NodeTrust(options.trustAll(), null);
    }
    try (InputStream in = Files.newInputStream(caFile)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate issuer : trustManager(null).getAcceptedIssuers()) {
        store.setCertificateEntry("system-" + store.size(), issuer);
      }
      for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("own-" + store.size(), own);
      }
      return new NodeTrust(false, trustManager(store));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "cannot read the CA certificates of " + caFile + ": " + e.getMessage(), e);
    }
  }

  private static X509TrustManager trustManager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("this platform has no X.509 trust manager");
  }

  void applyTo(HttpClientOptions options) {
    options.setTrustAll(all).setVerifyHost(!all);
    if (extended != null) {
      options.setTrustOptions(TrustOptions.wrap(extended));
    }
  }
}
