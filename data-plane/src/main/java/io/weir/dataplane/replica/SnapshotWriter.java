package io.weir.dataplane.replica;

import io.weir.contracts.image.GatewayImage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Saves the served image now and then, if it changed, away from the threads that serve it. */
final class SnapshotWriter {
  private static final System.Logger LOG = System.getLogger(SnapshotWriter.class.getName());

  private final SnapshotStore store;
  private final Supplier<@Nullable GatewayImage> served;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("snapshot-writer").daemon().factory());
  private @Nullable GatewayImage saved;

  SnapshotWriter(SnapshotStore store, Supplier<@Nullable GatewayImage> served) {
    this.store = store;
    this.served = served;
  }

  void start(Duration every) {
    executor.scheduleWithFixedDelay(
        this::save, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Saves the image if it is not saved yet; a failure is told, for it costs a replay at most. */
  synchronized void save() {
    GatewayImage image = served.get();
    if (image == null || image == saved) {
      return;
    }
    try {
      store.save(image);
      saved = image;
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the snapshot cannot be written", e);
    }
  }

  /** Saves the last image and stops. */
  void stop() {
    executor.shutdownNow();
    save();
  }
}
