package io.weir.dataplane.support.script;

import io.weir.dataplane.support.Http2Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A node that does with every request what its script says. What follows a script that has not
 * ended the connection is the next request. Thread-safe.
 */
public final class ScriptedNode implements AutoCloseable {
  /** Finds the script of a request by its head. */
  @FunctionalInterface
  public interface Scripts extends Function<Asked, List<Step>> {}

  /** What a node speaks. */
  public enum Kind {
    H1("http/1.1", false),
    H2("h2", false),
    H1_TLS("http/1.1", true),
    H2_TLS("h2", true);

    private final String protocol;
    private final boolean tls;

    Kind(String protocol, boolean tls) {
      this.protocol = protocol;
      this.tls = tls;
    }

    public boolean tls() {
      return tls;
    }

    public boolean http2() {
      return protocol.equals("h2");
    }
  }

  private final Kind kind;
  private final SSLContext tls;
  private final Scripts scripts;
  private final ServerSocket listener;
  private final Set<ScriptedConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger running = new AtomicInteger();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  private ScriptedNode(Kind kind, SSLContext tls, Scripts scripts) throws IOException {
    this.kind = kind;
    this.tls = tls;
    this.scripts = scripts;
    listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  }

  /**
   * On a free port of the loopback interface.
   *
   * @param tls what to show, if that kind speaks TLS
   */
  public static ScriptedNode start(Kind kind, SSLContext tls, Scripts scripts) throws IOException {
    ScriptedNode node = new ScriptedNode(kind, tls, scripts);
    Thread.ofVirtual().start(node::accept);
    return node;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        ScriptedConnection wire =
            kind.tls
                ? ScriptedConnection.server(socket, tls, kind.protocol)
                : ScriptedConnection.clear(socket);
        open.add(wire);
        Thread.ofVirtual().start(() -> serve(wire));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(ScriptedConnection wire) {
    try (wire) {
      if (kind.http2()) {
        Http2Peer peer = Http2Peer.server(wire.socket());
        new Http2Script(this, wire, peer).run();
      } else {
        new Http1Script(this, wire).run();
      }
    } catch (Exception ended) {
      // the other side left, or the script said so
    } finally {
      open.remove(wire);
    }
  }

  /** A request came: what to do with it. */
  List<Step> begin(Asked request) {
    running.incrementAndGet();
    asked.add(request.target());
    return scripts.apply(request);
  }

  /** The script of a request is over. */
  void done() {
    running.decrementAndGet();
  }

  /** The gateway sent what nobody may send. */
  void complain(String what) {
    complaints.add(what);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many scripts are being played. */
  public int running() {
    return running.get();
  }

  /** How many connections are open. */
  public int open() {
    return open.size();
  }

  /** How many requests with this target came. */
  public long asked(String target) {
    return asked.stream().filter(target::equals).count();
  }

  /** What was wrong with requests since the last time this was asked. */
  public List<String> complaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.removeAll(taken);
    asked.clear();
    return taken;
  }

  /** Closes the connections there are, as a node does whose keep-alive is over. */
  public void hangUp() throws IOException {
    for (ScriptedConnection wire : open) {
      wire.close();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    hangUp();
  }
}
