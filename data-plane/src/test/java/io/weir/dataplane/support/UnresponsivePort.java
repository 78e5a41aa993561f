package io.weir.dataplane.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue of connections is full, so that the system drops further handshakes. */
public final class UnresponsivePort implements AutoCloseable {
  private final ServerSocket listener;
  private final List<Socket> queued = new ArrayList<>();

  public UnresponsivePort() throws IOException {
    this(InetAddress.getLoopbackAddress());
  }

  public UnresponsivePort(InetAddress address) throws IOException {
    listener = new ServerSocket(0, 1, address);
    boolean full = false;
    while (!full) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(listener.getInetAddress(), port()), 300);
        queued.add(socket);
      } catch (SocketTimeoutException e) {
        socket.close();
        full = true;
      }
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : queued) {
      socket.close();
    }
    listener.close();
  }
}
