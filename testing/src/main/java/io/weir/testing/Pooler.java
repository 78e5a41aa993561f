package io.weir.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Stands between clients and a PostgreSQL and shares its sessions, as PgBouncer does: each client
 * that logs in adds the session it is given, and each transaction is then served by the one that
 * has been idle for longest. COPY is not passed on, and requests to cancel are ignored.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-flow.html">Message flow</a>
 */
public final class Pooler implements AutoCloseable {
  private static final int SSL_REQUEST = 80_877_103;
  private static final int CANCEL_REQUEST = 80_877_102;
  private static final int GSS_REQUEST = 80_877_104;
  private static final int SASL_FINAL = 12;

  private final String host;
  private final int port;
  private final boolean sharing;
  private final ServerSocket listener;
  private final AcceptLoop accepting;
  private final BlockingQueue<Peer> idle = new LinkedBlockingQueue<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private Pooler(String host, int port, boolean sharing) throws IOException {
    this.host = host;
    this.port = port;
    this.sharing = sharing;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    accepting = AcceptLoop.on(listener, client -> Thread.ofVirtual().start(() -> serve(client)));
  }

  /** One that gives each transaction another session. */
  public static Pooler ofTransactions(String host, int port) {
    return open(host, port, true);
  }

  /** One that leaves each client its session. */
  public static Pooler ofSessions(String host, int port) {
    return open(host, port, false);
  }

  private static Pooler open(String host, int port, boolean sharing) {
    try {
      return new Pooler(host, port, sharing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loopback port to connect to in the place of the server's. */
  public int port() {
    return listener.getLocalPort();
  }

  /** A socket on which whole messages are read and written. */
  private record Peer(DataInputStream in, DataOutputStream out) {
    static Peer of(Socket socket) throws IOException {
      socket.setTcpNoDelay(true);
      return new Peer(
          new DataInputStream(new BufferedInputStream(socket.getInputStream())),
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
    }

    Message read() throws IOException {
      int type = in.readUnsignedByte();
      return new Message(type, body());
    }

    byte[] body() throws IOException {
      byte[] body = new byte[in.readInt() - Integer.BYTES];
      in.readFully(body);
      return body;
    }

    void write(Message message) throws IOException {
      out.writeByte(message.type);
      write(message.body);
    }

    void write(byte[] body) throws IOException {
      out.writeInt(body.length + Integer.BYTES);
      out.write(body);
    }
  }

  private record Message(int type, byte[] body) {
    int number() {
      return ByteBuffer.wrap(body).getInt();
    }

    boolean isReady() {
      return type == 'Z';
    }

    boolean endsTransaction() {
      return isReady() && body[0] == 'I';
    }
  }

  private void serve(Socket socket) {
    sockets.add(socket);
    try (socket) {
      Peer client = Peer.of(socket);
      Peer own = logIn(client);
      if (own != null) {
        pass(client, own);
      }
    } catch (IOException ended) {
      // who comes next opens a connection of his own
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(socket);
    }
  }

  /** The session that was opened for a client; null if he wanted none. */
  private @Nullable Peer logIn(Peer client) throws IOException {
    byte[] start = client.body();
    int code = new Message(0, start).number();
    while (code == SSL_REQUEST || code == GSS_REQUEST) {
      client.out.writeByte('N');
      client.out.flush();
      start = client.body();
      code = new Message(0, start).number();
    }
    if (code == CANCEL_REQUEST) {
      return null;
    }
    Socket socket = new Socket(host, port);
    sockets.add(socket);
    Peer server = Peer.of(socket);
    server.write(start);
    while (true) {
      server.out.flush();
      Message said = server.read();
      client.write(said);
      if (said.isReady()) {
        client.out.flush();
        return server;
      }
      if (said.type == 'E') {
        client.out.flush();
        socket.close();
        return null;
      }
      if (said.type == 'R' && said.number() != 0 && said.number() != SASL_FINAL) {
        client.out.flush();
        server.write(client.read());
      }
    }
  }

  private void pass(Peer client, Peer own) throws IOException, InterruptedException {
    Peer server = own;
    if (sharing) {
      idle.add(own);
      server = null;
    }
    while (true) {
      Message asked = client.read();
      if (asked.type == 'X') {
        return;
      }
      if (server == null) {
        server = idle.take();
      }
      server.write(asked);
      if (asked.type == 'Q' || asked.type == 'S') {
        server.out.flush();
        if (answers(server, client) && sharing) {
          idle.add(server);
          server = null;
        }
      }
    }
  }

  /** Passes on what is said until the server waits; returns whether it is in no transaction. */
  private static boolean answers(Peer server, Peer client) throws IOException {
    Message said;
    do {
      said = server.read();
      client.write(said);
    } while (!said.isReady());
    client.out.flush();
    return said.endsTransaction();
  }

  @Override
  public void close() {
    accepting.close();
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        // it is closed
      }
    }
  }
}
