package io.weir.standalone.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A log that is appended to by a child process; one older file is kept. */
public final class LogFile {

  private static final long ROTATE_AT_BYTES = 16L << 20;
  private static final int TAIL_BYTES = 256 << 10;

  private LogFile() {}

  /** Puts a log that has grown large aside; only between two runs of its writer. */
  static void rotate(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > ROTATE_AT_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines, at most {@code count} of them and those of the last 256 KiB. */
  public static List<String> tail(Path log, int count) throws IOException {
    return tail(log, count, 0);
  }

  /** As {@link #tail(Path, int)}, but nothing before the byte {@code from}. */
  public static List<String> tail(Path log, int count, long from) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long length = file.length();
      long start = Math.min(length, Math.max(from, length - TAIL_BYTES));
      byte[] bytes = new byte[(int) (length - start)];
      file.seek(start);
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
  }
}
