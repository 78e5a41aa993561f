package io.weir.dataplane.nodes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text file that others change. One thread. */
final class FollowedFile {
  private static final System.Logger LOG = System.getLogger(FollowedFile.class.getName());

  /** Times of files are no finer than this on any file system that is still in use. */
  private static final long COARSEST_MILLIS = 2_000;

  private final Path path;
  private @Nullable Stamp read;

  private record Stamp(long modifiedMillis, long size, @Nullable Object key) {
    static Stamp of(Path path) throws IOException {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime().toMillis(), now.size(), now.fileKey());
    }
  }

  FollowedFile(Path path) {
    this.path = path;
  }

  /**
   * Its lines if it may have changed since they were given last, else null; also null if it cannot
   * be read at the moment.
   */
  @Nullable List<String> changed() {
    try {
      Stamp now = Stamp.of(path);
      if (now.equals(read)) {
        return null;
      }
      List<String> lines =
          new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).lines().toList();
      // one that was written a moment ago may be written again without its showing
      boolean settled = System.currentTimeMillis() - now.modifiedMillis() > COARSEST_MILLIS;
      read = settled ? now : null;
      return lines;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, () -> "cannot read " + path + ": " + e);
      return null;
    }
  }
}
