package io.weir.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a large file. */
final class LastLine {
  private static final int MOST = 4_096;

  private LastLine() {}

  /** The last line, if it is whole and not long; else empty. */
  static String of(Path path) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      int length = (int) Math.min(MOST, file.length());
      byte[] end = new byte[length];
      file.seek(file.length() - length);
      file.readFully(end);
      String text = new String(end, StandardCharsets.UTF_8);
      if (!text.endsWith("\n")) {
        return "";
      }
      String whole = text.substring(0, text.length() - 1);
      return whole.substring(whole.lastIndexOf('\n') + 1);
    }
  }
}
