package io.weir.dataplane.replica;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Snapshot;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last two images as files, so that a replica starts without Kafka. A file is complete or
 * absent: it is written beside, forced to the disk and renamed. A damaged one is passed over.
 */
final class SnapshotStore {
  private static final System.Logger LOG = System.getLogger(SnapshotStore.class.getName());
  private static final int KEPT = 2;
  private static final String PREFIX = "snapshot-";
  private static final String SUFFIX = ".weir";
  private static final long OFFSET_UNKNOWN = -1;

  private final Path directory;

  SnapshotStore(Path directory) {
    this.directory = directory;
  }

  /** Writes an image; older files than the last two go. */
  void save(GatewayImage image) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(PREFIX + "%019d".formatted(image.position()) + SUFFIX);
    Path beside = directory.resolve(file.getFileName() + ".tmp");
    try (FileOutputStream raw = new FileOutputStream(beside.toFile());
        OutputStream out = new BufferedOutputStream(raw, 64 * 1024)) {
      new Snapshot(image, OFFSET_UNKNOWN).write(out);
      out.flush();
      raw.getFD().sync();
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory();
    List<Path> files = files();
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  /** The rename itself has to reach the disk. */
  private void forceDirectory() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** The newest image that can be read. */
  Optional<GatewayImage> load() {
    try {
      for (Path file : files()) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          return Optional.of(Snapshot.read(in, EventCodec.CURRENT).image());
        } catch (IOException | UnknownEventException e) {
          LOG.log(System.Logger.Level.WARNING, file + " is passed over: " + e.getMessage());
        }
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, directory + " cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** All snapshot files, newest first. */
  private List<Path> files() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(SnapshotStore::isSnapshot)
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList();
    }
  }

  private static boolean isSnapshot(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }
}
