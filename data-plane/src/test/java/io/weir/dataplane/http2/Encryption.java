package io.weir.dataplane.http2;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.weir.dataplane.support.Http2Peer;
import io.weir.testing.http.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** What the frames go over. */
enum Encryption {
  CLEAR,
  TLS;

  private static final TestCertificate CERTIFICATE =
      TestCertificate.selfSigned("dns:localhost,ip:127.0.0.1");

  void encryptAsServer(Channel channel) {
    if (this == TLS) {
      encrypt(channel, CERTIFICATE.sslContext(), false);
    }
  }

  void encryptAsClient(Channel channel) {
    if (this == TLS) {
      encrypt(channel, TestCertificate.trusting(CERTIFICATE), true);
    }
  }

  private static void encrypt(Channel channel, SSLContext context, boolean client) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(client);
    SslHandler handler = new SslHandler(engine);
    handler.setHandshakeTimeout(1, TimeUnit.MINUTES);
    channel.pipeline().addLast(handler);
  }

  void awaitHandshake(Channel channel) throws InterruptedException {
    if (this == TLS) {
      channel.pipeline().get(SslHandler.class).handshakeFuture().sync();
    }
  }

  /** A port of this host where a node can be reached this way. */
  ServerSocket listen() throws IOException {
    InetAddress host = InetAddress.getLoopbackAddress();
    return this == TLS
        ? CERTIFICATE.sslContext().getServerSocketFactory().createServerSocket(0, 1, host)
        : new ServerSocket(0, 1, host);
  }

  /** A client that has sent its preface and these settings. */
  Http2Peer connect(int port, int... settings) throws Exception {
    return Http2Peer.client(socket(port), settings);
  }

  private Socket socket(int port) throws IOException {
    InetAddress host = InetAddress.getLoopbackAddress();
    return this == TLS
        ? TestCertificate.trusting(CERTIFICATE).getSocketFactory().createSocket(host, port)
        : new Socket(host, port);
  }
}
