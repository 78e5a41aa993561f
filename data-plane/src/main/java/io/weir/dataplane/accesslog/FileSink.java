package io.weir.dataplane.accesslog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file that is appended to. Once it was moved or removed, which is looked for every second there
 * is something to write, a new one is begun under its name: rotating needs no signal.
 */
final class FileSink implements Sink {
  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

  private final Path file;
  private final long lookEvery;
  private FileChannel channel;
  private @Nullable Object key;
  private long lookedAt = System.nanoTime();

  FileSink(Path file) throws IOException {
    this(file, LOOK_EVERY);
  }

  FileSink(Path file, long lookEveryNanos) throws IOException {
    this.file = file;
    lookEvery = lookEveryNanos;
    channel = open(file);
    key = key(file);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** What tells a file from another one of its name; null if there is none. */
  private static @Nullable Object key(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public void write(byte[] bytes, int length) throws IOException {
    long now = System.nanoTime();
    if (now - lookedAt >= lookEvery) {
      lookedAt = now;
      follow();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private void follow() throws IOException {
    if (!Objects.equals(key, key(file))) {
      FileChannel next = open(file);
      channel.close();
      channel = next;
      key = key(file);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
