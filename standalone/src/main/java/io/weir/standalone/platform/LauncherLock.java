package io.weir.standalone.platform;

import io.weir.standalone.process.ProcessIdentity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** At most one launcher per home; the kernel lets the lock go however the launcher ends. */
final class LauncherLock implements AutoCloseable {

  private final FileChannel channel;

  private LauncherLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Empty when another launcher has it. */
  static Optional<LauncherLock> take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
    String text = self.pid() + "\n" + self.started() + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    return Optional.of(new LauncherLock(channel));
  }

  /** The launcher that runs now, if one does. */
  static Optional<ProcessHandle> holder(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 2) {
        return Optional.empty();
      }
      return new ProcessIdentity(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1))).find();
    } catch (IOException | NumberFormatException | DateTimeException nobody) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0);
    channel.close();
  }
}
