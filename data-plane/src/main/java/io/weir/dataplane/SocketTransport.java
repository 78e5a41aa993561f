package io.weir.dataplane;

import io.netty.channel.uring.IoUring;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ways to speak to sockets that an operator can ask for; the names are those of the option. */
public enum SocketTransport {
  /** The first of the others that works, in the order in which they are listed. */
  auto(() -> null),
  epoll(() -> Transport.EPOLL),
  io_uring(() -> Transport.IO_URING),
  nio(() -> Transport.NIO);

  private static final String LASTING_POLLS = "io.netty.iouring.pollAddMultishotEnabled";

  private final Supplier<@Nullable Transport> transport;

  /** Naming any of Vert.x' transports loads all of them, so none is named before it is needed. */
  SocketTransport(Supplier<@Nullable Transport> transport) {
    this.transport = transport;
  }

  /**
   * A runtime whose event loops speak to sockets in one of these ways.
   *
   * @param description which one, and why no better one, for people
   */
  public record Runtime(Vertx vertx, String description) {}

  /**
   * Starts event loops. That is the probe, too: a kernel may know io_uring and let a container make
   * no ring, or fewer than there are event loops.
   *
   * @throws IllegalArgumentException if this system does not have the one asked for
   */
  public Runtime start(VertxOptions options) {
    // A poll that lasts tells of a change once, and Netty 4.2.18 does not read again when a reset
    // came together with data: nobody would learn of the reset. With this, io_uring takes a poll
    // for each read; Netty asks for it once in a process, when it is first used.
    System.setProperty(LASTING_POLLS, "false");
    List<String> without = new ArrayList<>();
    for (SocketTransport candidate : values()) {
      @Nullable Transport kind = candidate.transport.get();
      if (kind == null || (this != auto && this != candidate)) {
        continue;
      }
      try {
        Vertx vertx = start(kind, options);
        String why = without.isEmpty() ? "" : ", without " + String.join(", ", without);
        return new Runtime(vertx, candidate + why);
      } catch (IllegalStateException e) {
        without.add(candidate + " (" + cause(e) + ")");
      }
    }
    throw new IllegalArgumentException(
        "--transport does not work here: " + String.join(", ", without));
  }

  private static Vertx start(Transport kind, VertxOptions options) {
    if (!kind.available()) {
      throw new IllegalStateException("not available", kind.unavailabilityCause());
    }
    if (kind == Transport.IO_URING && IoUring.isPollAddMultishotEnabled()) {
      throw new IllegalStateException(LASTING_POLLS + " came too late to be false");
    }
    return Vertx.builder().with(options).withTransport(kind).build();
  }

  /** What the system said, below what libraries say about it. */
  private static String cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
