package io.weir.dataplane.forward;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
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
  private final SslContext http1;
  private final SslContext http2;

  private NodeTrust(boolean all, @Nullable X509TrustManager extended) throws SSLException {
    this.all = all;
    http1 = context(extended, false);
    http2 = context(extended, true);
  }

  private SslContext context(@Nullable X509TrustManager extended, boolean alpn)
      throws SSLException {
    SslContextBuilder builder = SslContextBuilder.forClient();
    if (all) {
      builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
    } else if (extended != null) {
      builder.trustManager(extended);
    }
    builder.endpointIdentificationAlgorithm(all ? null : "HTTPS");
    if (alpn) {
      builder.applicationProtocolConfig(
          new ApplicationProtocolConfig(
              ApplicationProtocolConfig.Protocol.ALPN,
              ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
              ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
              ApplicationProtocolNames.HTTP_2));
    }
    return builder.build();
  }

  /**
   * The trust that options ask for.
   *
   * @throws IllegalArgumentException if the CA file cannot be read as PEM certificates
   */
  static NodeTrust of(ForwardOptions options) {
    Path caFile = options.caFile();
    try {
      return new NodeTrust(
          options.trustAll(), caFile == null ? null : trustManager(keyStore(caFile)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "cannot read the CA certificates of " + caFile + ": " + e.getMessage(), e);
    }
  }

  private static KeyStore keyStore(Path caFile) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(caFile)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate issuer : trustManager(null).getAcceptedIssuers()) {
        store.setCertificateEntry("system-" + store.size(), issuer);
      }
      for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("own-" + store.size(), own);
      }
      return store;
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

  /** What encrypts a connection to a node. */
  SslHandler handler(LiveNode node, ByteBufAllocator alloc) {
    SslContext context = node.httpVersion() == HttpVersion.HTTP_2 ? http2 : http1;
    return context.newHandler(alloc, node.tlsName(), node.port());
  }
}
