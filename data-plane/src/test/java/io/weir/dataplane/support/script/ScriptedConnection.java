package io.weir.dataplane.support.script;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A TCP connection, maybe with TLS on it, that can end in every way there is. Thread-safe. */
public final class ScriptedConnection implements AutoCloseable {
  /** After which who waits for the other side gives up. */
  public static final int PATIENCE_MILLIS = 25_000;

  private final Socket tcp;
  private final Socket spoken;

  private ScriptedConnection(Socket tcp, Socket spoken) throws IOException {
    this.tcp = tcp;
    this.spoken = spoken;
    tcp.setTcpNoDelay(true);
    tcp.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Without TLS. */
  public static ScriptedConnection clear(Socket tcp) throws IOException {
    return new ScriptedConnection(tcp, tcp);
  }

  /** As the server of TLS that speaks this protocol on it; the handshake comes with first use. */
  public static ScriptedConnection server(Socket tcp, SSLContext tls, String protocol)
      throws IOException {
    return new ScriptedConnection(
        tcp, encrypt((SSLSocket) tls.getSocketFactory().createSocket(tcp, null, true), protocol));
  }

  /** As the client of TLS that offers this protocol; the handshake comes with first use. */
  public static ScriptedConnection client(Socket tcp, SSLContext tls, String protocol)
      throws IOException {
    Socket over = tls.getSocketFactory().createSocket(tcp, "localhost", tcp.getPort(), true);
    return new ScriptedConnection(tcp, encrypt((SSLSocket) over, protocol));
  }

  private static SSLSocket encrypt(SSLSocket socket, String protocol) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    socket.setSSLParameters(parameters);
    return socket;
  }

  /** What is spoken on. */
  public Socket socket() {
    return spoken;
  }

  /** Writes all of it now. */
  public void send(byte[] bytes) throws IOException {
    OutputStream out = spoken.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  /** Ends in order. */
  @Override
  public void close() throws IOException {
    spoken.close();
  }

  /** Ends without a word of TLS. */
  public void drop() throws IOException {
    tcp.close();
  }

  /** Ends with RST. */
  public void reset() throws IOException {
    tcp.setSoLinger(true, 0);
    tcp.close();
  }
}
