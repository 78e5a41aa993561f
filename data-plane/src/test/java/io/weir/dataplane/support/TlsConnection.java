package io.weir.dataplane.support;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A connection over TLS to a port of this host, its handshake done. */
public final class TlsConnection implements AutoCloseable {
  private final SSLSocket socket;
  private final Client client;

  /**
   * Connects.
   *
   * @param name to ask for by SNI, or null for none
   * @param protocols to offer by ALPN
   */
  public TlsConnection(int port, SSLContext context, String name, String... protocols)
      throws IOException {
    this(List.of("TLSv1.3", "TLSv1.2"), port, context, name, protocols);
  }

  private TlsConnection(
      List<String> versions, int port, SSLContext context, String name, String... protocols)
      throws IOException {
    socket =
        (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setServerNames(name == null ? List.of() : List.of(new SNIHostName(name)));
    parameters.setApplicationProtocols(protocols);
    parameters.setProtocols(versions.toArray(String[]::new));
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    client = new Client(socket);
  }

  /** Connects with one version of TLS. */
  public static TlsConnection of(String version, int port, SSLContext context, String name)
      throws IOException {
    return new TlsConnection(List.of(version), port, context, name);
  }

  public Client client() {
    return client;
  }

  public SSLSession session() {
    return socket.getSession();
  }

  /** What was chosen by ALPN, empty if nothing. */
  public String protocol() {
    return socket.getApplicationProtocol();
  }

  /** What the server has shown. */
  public X509Certificate shown() throws IOException {
    return (X509Certificate) socket.getSession().getPeerCertificates()[0];
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
