package io.weir.dataplane.replica;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.image.ImageHashes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hashes the served image now and then, if it changed, away from the threads that serve it. */
final class ImageHasher {
  private static final System.Logger LOG = System.getLogger(ImageHasher.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ImageHashes hashes;
  private final Runnable whenHashed;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("image-hasher").daemon().factory());

  ImageHasher(Supplier<@Nullable GatewayImage> served, Runnable whenHashed) {
    this.hashes = new ImageHashes(served);
    this.whenHashed = whenHashed;
  }

  void start() {
    executor.scheduleWithFixedDelay(
        this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      if (hashes.look()) {
        whenHashed.run();
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the image cannot be hashed", e);
    }
  }

  /** Of the last images, the newest first. */
  List<ImageHash> newestFirst() {
    return hashes.newestFirst();
  }

  void stop() {
    executor.shutdownNow();
  }
}
