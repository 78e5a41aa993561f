package io.weir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/**
 * Accepts connections on a port until it is closed. The kernel goes on to accept them for a thread
 * that still waits, though the socket is closed: {@link #close} returns when that thread is gone,
 * and the port refuses from then on.
 */
public final class AcceptLoop implements AutoCloseable {
  private final ServerSocket socket;
  private final Thread acceptor;

  private AcceptLoop(ServerSocket socket, Consumer<Socket> connections) {
    this.socket = socket;
    acceptor =
        Thread.ofPlatform()
            .daemon()
            .name("accept-" + socket.getLocalPort())
            .unstarted(() -> accept(socket, connections));
  }

  /**
   * Accepts what comes to a socket that is bound.
   *
   * @param connections is told of each, in the one thread that accepts: it must not wait
   */
  public static AcceptLoop on(ServerSocket socket, Consumer<Socket> connections) {
    AcceptLoop loop = new AcceptLoop(socket, connections);
    loop.acceptor.start();
    return loop;
  }

  private static void accept(ServerSocket socket, Consumer<Socket> connections) {
    try {
      while (true) {
        connections.accept(socket.accept());
      }
    } catch (IOException closed) {
      // nobody is accepted any more
    }
  }

  /** Refuses connections from now on; those that were accepted stay open. */
  @Override
  public void close() {
    try {
      socket.close();
      acceptor.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
