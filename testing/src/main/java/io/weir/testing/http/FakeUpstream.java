package io.weir.testing.http;

import io.weir.testing.AcceptLoop;
import io.weir.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * A back end of a test: an HTTP/1.1 server on the loopback interface that does to each request what
 * its {@link Behaviour} says, from the start an echo, and remembers what arrived. After {@link
 * #stop} its port refuses connections; {@link #start} brings it back on the same port.
 */
public final class FakeUpstream implements AutoCloseable {
  private final int port = FreePorts.next();
  private final ServerSocketFactory sockets;
  private final boolean demanding;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile Behaviour behaviour = Behaviour.echo();
  private @Nullable AcceptLoop accepting;

  private FakeUpstream(ServerSocketFactory sockets, boolean demanding) {
    this.sockets = sockets;
    this.demanding = demanding;
  }

  /** A running upstream that speaks HTTP. */
  public static FakeUpstream http() {
    return running(new FakeUpstream(ServerSocketFactory.getDefault(), false));
  }

  /** A running upstream that speaks HTTPS with that certificate. */
  public static FakeUpstream https(TestCertificate certificate) {
    return running(new FakeUpstream(certificate.sslContext().getServerSocketFactory(), false));
  }

  /** The same, but it only serves clients with a certificate that an authority vouches for. */
  public static FakeUpstream https(TestCertificate certificate, TestCertificate ofClients) {
    return running(
        new FakeUpstream(certificate.sslContext(ofClients).getServerSocketFactory(), true));
  }

  private static FakeUpstream running(FakeUpstream upstream) {
    upstream.start();
    return upstream;
  }

  /** The loopback port, the same for the life of this object. */
  public int port() {
    return port;
  }

  /** The address to connect to. */
  public String host() {
    return "127.0.0.1";
  }

  /** Sets what becomes of requests from now on, on open connections too. */
  public FakeUpstream behave(Behaviour next) {
    behaviour = next;
    return this;
  }

  /** What arrived so far, oldest first, each from the moment its headers were there. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How many requests arrived so far. */
  public int count() {
    return requests.size();
  }

  /** How many connections were accepted so far. */
  public int acceptedConnections() {
    return accepted.get();
  }

  /** How many connections are open now. */
  public int openConnections() {
    return connections.size();
  }

  /** Forgets the requests that arrived so far. */
  public void forget() {
    requests.clear();
  }

  /** Listens again after a stop; does nothing when it already does. */
  public synchronized void start() {
    if (accepting != null) {
      return;
    }
    try {
      var socket = sockets.createServerSocket();
      socket.setReuseAddress(true);
      if (socket instanceof SSLServerSocket tls) {
        tls.setNeedClientAuth(demanding);
      }
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
      accepting = AcceptLoop.on(socket, this::accepted);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port, e);
    }
  }

  /** Refuses connections from now on and resets those that are open. */
  public synchronized void stop() {
    if (accepting != null) {
      accepting.close();
      accepting = null;
      connections.forEach(FakeUpstream::reset);
    }
  }

  private static void reset(Socket connection) {
    try (connection) {
      connection.setSoLinger(true, 0);
    } catch (IOException endedMeanwhile) {
      // It is gone, which is all that was wanted.
    }
  }

  @Override
  public void close() {
    stop();
  }

  private void accepted(Socket connection) {
    accepted.incrementAndGet();
    connections.add(connection);
    Thread.ofVirtual().start(() -> serve(connection));
  }

  private void serve(Socket connection) {
    try (connection) {
      new Conversation(connection).serve(request -> behaviour.reply(request), requests::add);
    } catch (IOException | UncheckedIOException clientLeft) {
      // The client ended the connection, or the test did.
    } catch (ExecutionException e) {
      throw new IllegalStateException("the reply that was waited for failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }
}
