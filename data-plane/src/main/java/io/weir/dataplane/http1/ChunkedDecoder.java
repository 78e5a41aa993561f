package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the chunked transfer coding (RFC 9112, 7.1) off a body, however it is cut up by the
 * network. Chunk extensions are dropped, and limited in all: what is no body is not counted by the
 * limit of bodies. Reusable after {@link #reset}; one thread.
 */
final class ChunkedDecoder {
  /** How many bytes of extensions a body may have beyond its own size. */
  private static final int EXTENSION_BYTES = 16 * 1024;

  private static final int MAX_SIZE_DIGITS = 15;

  private enum Expects {
    SIZE,
    /** White space before an extension, which RFC 9112, 7.1.1 asks recipients to accept. */
    SIZE_SPACE,
    EXTENSION,
    SIZE_LF,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILERS,
    NOTHING
  }

  private final int maxTrailerBytes;
  private final int maxTrailers;
  private Expects expects = Expects.SIZE;
  private long left;
  private int digits;
  private long body;
  private long extensions;
  private byte[] trailers = new byte[0];
  private int trailerBytes;

  ChunkedDecoder(int maxTrailerBytes, int maxTrailers) {
    this.maxTrailerBytes = maxTrailerBytes;
    this.maxTrailers = maxTrailers;
  }

  /** Who gets the body. */
  interface Sink {
    void data(ByteBuf data);

    void ended(@Nullable Headers trailers);
  }

  void reset() {
    expects = Expects.SIZE;
    left = 0;
    digits = 0;
    body = 0;
    extensions = 0;
    trailerBytes = 0;
  }

  /** Decodes nothing more of this body, not even of what is being decoded. */
  void stop() {
    expects = Expects.NOTHING;
  }

  /** Decodes what is there of this body, and nothing behind its end. */
  void decode(ByteBuf in, Sink sink) throws MalformedException {
    while (in.isReadable() && expects != Expects.NOTHING) {
      switch (expects) {
        case SIZE -> size(in.readByte());
        case SIZE_SPACE -> sizeEnd(in.readByte());
        case EXTENSION -> extension(in.readByte());
        case SIZE_LF -> {
          expect(in.readByte(), '\n');
          digits = 0;
          expects = left == 0 ? Expects.TRAILERS : Expects.DATA;
        }
        case DATA -> {
          int length = (int) Math.min(left, in.readableBytes());
          left -= length;
          body += length;
          if (left == 0) {
            expects = Expects.DATA_CR;
          }
          sink.data(in.readRetainedSlice(length));
        }
        case DATA_CR -> {
          expect(in.readByte(), '\r');
          expects = Expects.DATA_LF;
        }
        case DATA_LF -> {
          expect(in.readByte(), '\n');
          expects = Expects.SIZE;
        }
        case TRAILERS -> trailer(in.readByte(), sink);
        case NOTHING -> {}
      }
    }
  }

  private static void expect(byte found, char wanted) throws MalformedException {
    if (found != wanted) {
      throw MalformedException.of("a chunk does not end where its size says");
    }
  }

  private void size(byte b) throws MalformedException {
    int digit = Character.digit((char) (b & 0xff), 16);
    if (digit >= 0 && b < 0x7f && b > 0) {
      if (++digits > MAX_SIZE_DIGITS) {
        throw MalformedException.of("a chunk size is too large");
      }
      left = left << 4 | digit;
    } else if (digits > 0) {
      sizeEnd(b);
    } else {
      throw notHexadecimal();
    }
  }

  private static MalformedException notHexadecimal() {
    return MalformedException.of("a chunk size is not a hexadecimal number");
  }

  private void sizeEnd(byte b) throws MalformedException {
    if (b == '\r' && expects == Expects.SIZE) {
      expects = Expects.SIZE_LF;
    } else if (b == ';') {
      expects = Expects.EXTENSION;
    } else if (b == ' ' || b == '\t') {
      countExtension();
      expects = Expects.SIZE_SPACE;
    } else {
      throw notHexadecimal();
    }
  }

  private void extension(byte b) throws MalformedException {
    if (b == '\r') {
      expects = Expects.SIZE_LF;
    } else if ((b & 0xff) < ' ' && b != '\t' || b == 0x7f) {
      throw MalformedException.of("a chunk extension has a control character");
    } else {
      countExtension();
    }
  }

  private void countExtension() throws MalformedException {
    if (++extensions > EXTENSION_BYTES + body) {
      throw MalformedException.of(
          "the chunk extensions are " + EXTENSION_BYTES + " bytes larger than the body");
    }
  }

  private void trailer(byte b, Sink sink) throws MalformedException {
    if (trailerBytes == maxTrailerBytes) {
      throw new MalformedException(431, "the trailers are too large");
    }
    if (trailerBytes == trailers.length) {
      trailers = Arrays.copyOf(trailers, Math.max(256, 2 * trailerBytes));
    }
    trailers[trailerBytes++] = b;
    if (b != '\n') {
      return;
    }
    if (trailerBytes < 2 || trailers[trailerBytes - 2] != '\r') {
      throw MalformedException.of("a line ends in a bare LF");
    }
    if (trailerBytes == 2) {
      expects = Expects.NOTHING;
      sink.ended(null);
    } else if (trailers[trailerBytes - 3] == '\n') {
      expects = Expects.NOTHING;
      sink.ended(parsedTrailers());
    }
  }

  private Headers parsedTrailers() throws MalformedException {
    Headers all = new Headers(trailerBytes);
    byte[] in = all.load(Unpooled.wrappedBuffer(trailers, 0, trailerBytes), 0, trailerBytes);
    FieldLines.name(all, in, 0, trailerBytes - 2, maxTrailers);
    Headers kept = new Headers(trailerBytes);
    for (int i = 0; i < all.size(); i++) {
      if (FieldLines.mayTrail(all.name(i))) {
        kept.addAll(all, i, i + 1);
      }
    }
    return kept;
  }
}
