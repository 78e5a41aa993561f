package io.weir.dataplane.nodes;

import io.netty.channel.unix.Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection cannot be made without, and what no node is to blame for if it is not there:
 * files, ports and memory of this process and its machine. Epoll and io_uring tell it by number,
 * NIO only by the words of strerror(3).
 */
final class OwnLack {
  private record Errno(int number, String text) {}

  /** Of Linux: EMFILE, ENFILE, EADDRNOTAVAIL, ENOBUFS, ENOMEM. */
  private static final List<Errno> ERRNOS =
      List.of(
          new Errno(24, "Too many open files"),
          new Errno(23, "Too many open files in system"),
          new Errno(99, "Cannot assign requested address"),
          new Errno(105, "No buffer space available"),
          new Errno(12, "Cannot allocate memory"));

  private static final int DEEPEST = 16;

  private OwnLack() {}

  /** The lack that a failure is, or was caused by, in words; null if it is none. */
  static @Nullable String behind(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      if (is(cause)) {
        return String.valueOf(cause.getMessage());
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static boolean is(Throwable cause) {
    if (cause instanceof OutOfMemoryError) { // of direct memory, too
      return true;
    }
    String text = cause.getMessage();
    for (Errno errno : ERRNOS) {
      if (cause instanceof Errors.NativeIoException numbered
          ? numbered.expectedErr() == -errno.number()
          : text != null && text.contains(errno.text())) {
        return true;
      }
    }
    return false;
  }
}
