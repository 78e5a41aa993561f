package io.weir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A network path on the loopback interface that a test can break: it passes bytes between its own
 * {@link #port} and a target. {@link #cut} is a network that went away (connections reset, new ones
 * refused), {@link #freeze} one that swallows everything and answers nothing, {@link #slow} one
 * that takes its time; {@link #resume} ends them all. Closing it cuts for good.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int BIND_ATTEMPTS = 500;
  private static final long BIND_PAUSE_NANOS = 20_000_000;

  private final String targetHost;
  private volatile int targetPort;
  private final int port = FreePorts.next();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Gate gate = new Gate();
  private @Nullable ServerSocket listener;
  private @Nullable AcceptLoop accepting;
  private volatile long delayNanos;

  private TcpProxy(String targetHost, int targetPort) {
    this.targetHost = targetHost;
    this.targetPort = targetPort;
  }

  /** A working path to the target, which need not be up yet. */
  public static TcpProxy to(String targetHost, int targetPort) {
    var proxy = new TcpProxy(targetHost, targetPort);
    proxy.resume();
    return proxy;
  }

  /** Loopback port to connect to instead of the target, the same for the life of the proxy. */
  public int port() {
    return port;
  }

  /** Leads new connections to another port of the target. */
  public void leadTo(int otherPort) {
    targetPort = otherPort;
  }

  /** Connections that are open now. */
  public int connections() {
    return sockets.size() / 2;
  }

  /** Whether one of its connections to the target has this port at the near end. */
  public boolean leads(int nearPort) {
    return sockets.stream()
        .anyMatch(socket -> socket.getLocalPort() == nearPort && socket.getPort() == targetPort);
  }

  /** Resets every connection and refuses new ones until {@link #resume}. */
  public synchronized void cut() {
    if (accepting != null) {
      accepting.close();
      accepting = null;
      listener = null;
    }
    sockets.forEach(TcpProxy::reset);
    sockets.clear();
    gate.open();
  }

  /** Accepts connections and bytes but passes nothing on, in either direction. */
  public void freeze() {
    gate.shut();
  }

  /** Lets each piece of up to 16 KiB wait for a while before it is passed on, in each direction. */
  public void slow(Duration delay) {
    delayNanos = delay.toNanos();
  }

  /** Makes the path work again; what was swallowed while frozen arrives now. */
  public synchronized void resume() {
    delayNanos = 0;
    gate.open();
    if (listener != null) {
      return;
    }
    try {
      var socket = listen();
      listener = socket;
      accepting =
          AcceptLoop.on(socket, client -> Thread.ofVirtual().start(() -> connect(socket, client)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port, e);
    }
  }

  /**
   * A connection that was just reset, or one of another process, may hold the port for a moment.
   */
  private ServerSocket listen() throws IOException {
    for (int attempt = 1; ; attempt++) {
      var socket = new ServerSocket();
      try {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
      } catch (BindException e) {
        closeQuietly(socket);
        if (attempt == BIND_ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(BIND_PAUSE_NANOS);
      }
    }
  }

  @Override
  public void close() {
    cut();
  }

  private void connect(ServerSocket from, Socket client) {
    try {
      var target = new Socket(targetHost, targetPort);
      synchronized (this) {
        if (listener != from) {
          reset(client);
          reset(target);
          return;
        }
        sockets.add(client);
        sockets.add(target);
      }
      Thread.ofVirtual().start(() -> pump(client, target));
      Thread.ofVirtual().start(() -> pump(target, client));
    } catch (IOException unreachable) {
      reset(client);
    }
  }

  private void pump(Socket source, Socket sink) {
    var buffer = new byte[16 * 1024];
    try {
      var in = source.getInputStream();
      var out = sink.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        long delay = delayNanos;
        if (delay > 0) {
          LockSupport.parkNanos(delay);
        }
        gate.pass();
        out.write(buffer, 0, read);
      }
      gate.pass();
      sink.shutdownOutput();
      if (source.isOutputShutdown()) {
        forget(source, sink);
      }
    } catch (IOException broken) {
      reset(source);
      reset(sink);
      sockets.remove(source);
      sockets.remove(sink);
    }
  }

  private void forget(Socket source, Socket sink) {
    closeQuietly(source);
    closeQuietly(sink);
    sockets.remove(source);
    sockets.remove(sink);
  }

  private static void reset(Socket socket) {
    try {
      // A close with unsent data thrown away is a reset on the wire, not an orderly end.
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      return;
    }
    closeQuietly(socket);
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception closedAlready) {
      // It is gone, which is all that was wanted.
    }
  }

  /** Holds the pumps while shut. */
  private static final class Gate {
    private boolean shut;

    synchronized void shut() {
      shut = true;
    }

    synchronized void open() {
      shut = false;
      notifyAll();
    }

    synchronized void pass() throws IOException {
      while (shut) {
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException(e);
        }
      }
    }
  }
}
