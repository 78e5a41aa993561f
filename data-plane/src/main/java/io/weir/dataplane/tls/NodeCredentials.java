package io.weir.dataplane.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What nodes of one kind are trusted by and shown, as files said at one time; makes of it what
 * Netty and Vert.x need, each once. Thread-safe.
 */
final class NodeCredentials {
  private final @Nullable LoadedCertificate authorities;
  private final @Nullable LoadedCertificate client;
  private final @Nullable X509TrustManager trust;
  private volatile @Nullable SslContext http1;
  private volatile @Nullable SslContext http2;
  private @Nullable ClientSSLOptions probe;

  /**
   * Credentials.
   *
   * @param authorities of which {@code trust} was made
   * @param client shown to nodes that ask, or null
   * @param trust whom to trust for the name of the node, or null to trust anybody
   */
  NodeCredentials(
      @Nullable LoadedCertificate authorities,
      @Nullable LoadedCertificate client,
      @Nullable X509TrustManager trust) {
    this.authorities = authorities;
    this.client = client;
    this.trust = trust;
  }

  boolean isOf(
      @Nullable LoadedCertificate currentAuthorities, @Nullable LoadedCertificate currentClient) {
    return authorities == currentAuthorities && client == currentClient;
  }

  /** What was made for a version of HTTP, or null if nothing yet. */
  @Nullable SslContext made(boolean two) {
    return two ? http2 : http1;
  }

  synchronized SslContext context(boolean two) throws SSLException {
    SslContext made = made(two);
    if (made == null) {
      made = make(two);
      if (two) {
        http2 = made;
      } else {
        http1 = made;
      }
    }
    return made;
  }

  private SslContext make(boolean two) throws SSLException {
    SslContextBuilder builder = Provider.applyTo(SslContextBuilder.forClient());
    if (trust == null) {
      builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
    } else {
      builder.trustManager(trust);
    }
    builder.endpointIdentificationAlgorithm(trust == null ? null : "HTTPS");
    if (client != null && client.key() != null) {
      builder.keyManager(client.key(), client.chainArray());
    }
    if (two) {
      builder.applicationProtocolConfig(
          new ApplicationProtocolConfig(
              ApplicationProtocolConfig.Protocol.ALPN,
              ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
              ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
              ApplicationProtocolNames.HTTP_2));
    }
    return builder.build();
  }

  /** The same in the words of Vert.x, without ALPN. */
  synchronized ClientSSLOptions probeOptions() throws GeneralSecurityException, IOException {
    ClientSSLOptions made = probe;
    if (made == null) {
      made = new ClientSSLOptions();
      if (trust == null) {
        made.setTrustAll(true).setHostnameVerificationAlgorithm("");
      } else {
        made.setTrustOptions(TrustOptions.wrap(trust)).setHostnameVerificationAlgorithm("HTTPS");
      }
      if (client != null) {
        made.setKeyCertOptions(KeyCertOptions.wrap(keyManager(client)));
      }
      probe = made;
    }
    return made;
  }

  private static X509KeyManager keyManager(LoadedCertificate client)
      throws GeneralSecurityException, IOException {
    char[] none = new char[0];
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, none);
    store.setKeyEntry("client", client.key(), none, client.chainArray());
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, none);
    for (KeyManager manager : factory.getKeyManagers()) {
      if (manager instanceof X509KeyManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("this platform has no X.509 key manager");
  }
}
