package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** What has come before its time, or is the beginning of a head. One event loop. */
final class Held {
  private @Nullable ByteBuf bytes;

  /** How many bytes there are. */
  int size() {
    return bytes == null ? 0 : bytes.readableBytes();
  }

  /** Keeps the unread rest of a buffer and takes it over; nothing may be held yet. */
  void keep(ByteBuf rest, ByteBufAllocator allocator) {
    if (rest.writableBytes() > 0 && rest.readerIndex() == 0 && rest.refCnt() == 1) {
      bytes = rest;
    } else {
      bytes = allocator.buffer(Math.max(1024, rest.readableBytes())).writeBytes(rest);
      rest.release();
    }
  }

  /** Gives what is held, or null; nothing is held any more. */
  @Nullable ByteBuf take() {
    ByteBuf taken = bytes;
    bytes = null;
    return taken;
  }

  /** Gives what is held with what came now behind it. */
  ByteBuf takeWith(ByteBuf came) {
    ByteBuf before = take();
    if (before == null) {
      return came;
    }
    before.writeBytes(came);
    came.release();
    return before;
  }

  /** Forgets what is held. */
  void drop() {
    ByteBuf unread = take();
    if (unread != null) {
      unread.release();
    }
  }
}
