package io.weir.dataplane.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What nodes of one kind are trusted by and shown, as files said at one time; makes of it what
 * Netty needs, each once. Thread-safe.
 */
final class NodeCredentials {
  private final @Nullable LoadedCertificate authorities;
  private final @Nullable LoadedCertificate client;
  private final @Nullable X509TrustManager trust;
  private volatile @Nullable SslContext http1;
  private volatile @Nullable SslContext http2;
  private volatile long usedAt;

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

  /** When it was last asked for something. */
  long usedAt() {
    return usedAt;
  }

  void usedAt(long nanoTime) {
    usedAt = nanoTime;
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
}
