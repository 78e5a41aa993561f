package io.weir.dataplane.replica;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.Json;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.image.Snapshot;
import io.weir.dataplane.witness.WitnessReport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one snapshot file, without Kafka. The file is read again when it changes or
 * when asked; one that cannot be read changes nothing but the state, which then says why.
 */
public final class FileCopy implements ConfigurationCopy {
  private static final System.Logger LOG = System.getLogger(FileCopy.class.getName());

  private final Path file;
  private final ReplicaIdentity identity;
  private final ImagePublisher publisher;
  private final Clock clock;
  private final Duration lookEvery;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("snapshot-reader").daemon().factory());
  private @Nullable Stamp seen;
  private volatile @Nullable GatewayImage image;
  private volatile List<ImageHash> hashes = List.of();
  private volatile @Nullable String problem;

  /** What tells one content of the file from another without reading it. */
  private record Stamp(FileTime changed, long size, @Nullable Object key) {
    static Stamp of(Path file) throws IOException {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
  }

  /**
   * A copy that has not read its file.
   *
   * @param lookEvery how often to look whether the file has changed
   */
  public FileCopy(
      Path file,
      ReplicaIdentity identity,
      ImagePublisher publisher,
      Clock clock,
      Duration lookEvery) {
    this.file = file;
    this.identity = identity;
    this.publisher = publisher;
    this.clock = clock;
    this.lookEvery = lookEvery;
  }

  @Override
  public void start() throws IOException {
    try {
      load();
    } catch (IOException | RuntimeException e) {
      throw new IOException(file + " cannot be served: " + why(e), e);
    }
    executor.scheduleWithFixedDelay(
        this::look, lookEvery.toMillis(), lookEvery.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    executor.shutdownNow();
  }

  /** Reads the file again, changed or not, as soon as it can. */
  public void reload() {
    executor.execute(this::replace);
  }

  private void look() {
    Stamp now;
    try {
      now = Stamp.of(file);
    } catch (IOException e) {
      now = null; // being replaced, or gone: either way there is nothing to read
    }
    if (now != null && !now.equals(seen)) {
      replace();
    }
  }

  private void replace() {
    try {
      load();
    } catch (IOException | RuntimeException e) {
      problem = why(e);
      LOG.log(
          System.Logger.Level.WARNING,
          "%s cannot be served, position %d still is: %s"
              .formatted(file, state().position(), problem));
    }
  }

  /** The stamp is taken first: a change while the file is read is seen at the next look. */
  private void load() throws IOException {
    seen = Stamp.of(file);
    GatewayImage read;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      read = Snapshot.read(in, EventCodec.CURRENT).image();
    }
    publisher.publish(read);
    image = read;
    hashes = List.of(ImageHash.of(read));
    problem = null;
    LOG.log(System.Logger.Level.INFO, "%s is served: position %d".formatted(file, read.position()));
  }

  private static String why(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return e instanceof IOException || e instanceof UnknownEventException
        ? String.valueOf(e.getMessage())
        : e.toString();
  }

  @Override
  public void renewClients() {
    // it has none
  }

  @Override
  public ReplicaState state() {
    GatewayImage served = image;
    return new ReplicaState.FromFile(served == null ? 0 : served.position(), problem);
  }

  @Override
  public boolean ready() {
    return image != null;
  }

  @Override
  public @Nullable GatewayImage image() {
    return image;
  }

  /** There is never more to read than was read. */
  @Override
  public long lag() {
    return 0;
  }

  /** There is nobody to tell. */
  @Override
  public void changed() {}

  /** A file is no history. */
  @Override
  public @Nullable WitnessReport witness() {
    return null;
  }

  @Override
  public JsonNode describe() {
    GatewayImage served = image;
    return Json.MAPPER.valueToTree(
        ReplicaReport.of(
            identity,
            state(),
            served == null ? null : served.provenance(),
            ready(),
            lag(),
            clock.instant(),
            hashes,
            Findings.NONE,
            witness()));
  }
}
