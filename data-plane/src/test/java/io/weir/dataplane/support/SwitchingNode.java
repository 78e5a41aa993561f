package io.weir.dataplane.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A node that switches every connection to whatever protocol is asked for: an echo at first. */
public final class SwitchingNode implements AutoCloseable {
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile String extra = "";
  private volatile String greeting = "";
  private volatile String lastHead = "";
  private volatile Tunnel tunnel = SwitchingNode::echo;

  /** What is done with a connection that has been switched. */
  @FunctionalInterface
  public interface Tunnel {
    void use(Socket socket) throws IOException, InterruptedException;
  }

  private SwitchingNode() throws IOException {
    listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  }

  public static SwitchingNode start() {
    try {
      SwitchingNode node = new SwitchingNode();
      Thread.ofVirtual().start(node::accept);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Header lines to send with 101. */
  public void extra(String lines) {
    extra = lines;
  }

  /** What to send in the same packet as 101. */
  public void greeting(String words) {
    greeting = words;
  }

  /** Does something else than echoing; the connection ends when it is done. */
  public void tunnel(Tunnel use) {
    tunnel = use;
  }

  /** The head of the last request, as it came. */
  public String lastHead() {
    return lastHead;
  }

  /** How many connections are open. */
  public int open() {
    return open.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      lastHead = head;
      String protocol = head.replaceAll("(?is).*\r\nupgrade: ([^\r]*)\r\n.*", "$1");
      String answer =
          "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: "
              + protocol
              + "\r\n"
              + extra
              + "\r\n"
              + greeting;
      socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
      tunnel.use(socket);
    } catch (IOException gone) {
      // the other side left
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("the connection ended within a head");
      }
      head.append((char) c);
    }
    return head.toString();
  }

  private static void echo(Socket socket) throws IOException {
    socket.getInputStream().transferTo(socket.getOutputStream());
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
