package io.weir.benchmarks.propagation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A node that answers a GET with the Host header that it got, at next to no cost, as {@link
 * ReplicaProbe} asks.
 */
final class HostNode implements AutoCloseable {
  private static final String HOST = "host:";

  private final ServerSocket socket;

  /** On a free port of 127.0.0.1. */
  HostNode() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // nobody is accepted any more
    }
  }

  private static void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      String host = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.regionMatches(true, 0, HOST, 0, HOST.length())) {
          host = line.substring(HOST.length()).strip();
        } else if (line.isEmpty()) {
          String answer =
              "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(host.length(), host);
          connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException closed) {
      // the replica is done with it
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
