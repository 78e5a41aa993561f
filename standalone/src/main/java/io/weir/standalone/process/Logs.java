package io.weir.standalone.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Logs that child processes append to; one older file is kept of each. */
public final class Logs {

  private static final long ROTATE_AT_BYTES = 16L << 20;
  private static final int TAIL_BYTES = 256 << 10;
  private static final int LINES_OF_A_FAILURE = 20;

  private Logs() {}

  /** Puts a log that has grown large aside; only between two runs of its writer. */
  static void rotate(Path log) throws IOException {
    if (size(log) > ROTATE_AT_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Bytes of the log, 0 when there is none. */
  public static long size(Path log) throws IOException {
    return Files.exists(log) ? Files.size(log) : 0;
  }

  /** The last twenty lines behind the byte {@code from}, as a part of a complaint. */
  public static String lastWords(Path log, long from) throws IOException {
    return String.join("\n    ", tail(log, LINES_OF_A_FAILURE, from, size(log)));
  }

  /** What is between two places, in bytes; empty when that is nothing. */
  public static byte[] read(Path log, long from, long to) throws IOException {
    if (to <= from) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(log)) {
      in.skipNBytes(from);
      return in.readNBytes(Math.toIntExact(to - from));
    }
  }

  /** The first {@code length} bytes as lines. */
  public static List<String> lines(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.UTF_8).lines().toList();
  }

  /**
   * The last lines between two places, in bytes: at most {@code count}, and those of the last 256
   * KiB.
   */
  public static List<String> tail(Path log, int count, long from, long to) throws IOException {
    byte[] end = read(log, Math.max(from, to - TAIL_BYTES), to);
    List<String> lines = lines(end, end.length);
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }
}
