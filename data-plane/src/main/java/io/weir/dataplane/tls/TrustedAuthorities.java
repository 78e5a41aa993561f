package io.weir.dataplane.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes trust of certificates. */
final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /** Those the system trusts, and some more. */
  static X509TrustManager systemAnd(List<X509Certificate> more)
      throws GeneralSecurityException, IOException {
    X509TrustManager system = trustManager(null);
    if (more.isEmpty()) {
      return system;
    }
    List<X509Certificate> all = new ArrayList<>(List.of(system.getAcceptedIssuers()));
    all.addAll(more);
    return only(all);
  }

  /** These and nobody else. */
  static X509TrustManager only(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (X509Certificate authority : authorities) {
      store.setCertificateEntry("authority-" + store.size(), authority);
    }
    return trustManager(store);
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
}
