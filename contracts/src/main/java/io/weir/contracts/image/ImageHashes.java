package io.weir.contracts.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the images that a process has had lately, for others to compare. It looks as often
 * as it is told to, which is to be on a thread that nobody waits for, and never takes more than a
 * twentieth of that thread's time: after a hash that took long it rests.
 */
public final class ImageHashes {
  /** How many are kept. */
  public static final int KEPT = 16;

  private static final int REST = 19;

  private final Supplier<@Nullable GatewayImage> present;
  private final LongSupplier nanoTime;
  private volatile List<ImageHash> newestFirst = List.of();
  private @Nullable GatewayImage hashed;
  private long restUntil;

  /**
   * Of a process that has no image yet, or has.
   *
   * @param present the image it has now, or null
   */
  public ImageHashes(Supplier<@Nullable GatewayImage> present) {
    this(present, System::nanoTime);
  }

  ImageHashes(Supplier<@Nullable GatewayImage> present, LongSupplier nanoTime) {
    this.present = present;
    this.nanoTime = nanoTime;
    this.restUntil = nanoTime.getAsLong();
  }

  /** Hashes the image, if it is another than the last and it is time; says whether it did. */
  public synchronized boolean look() {
    long begun = nanoTime.getAsLong();
    GatewayImage image = present.get();
    if (image == null || image == hashed || begun - restUntil < 0) {
      return false;
    }
    List<ImageHash> next = new ArrayList<>(KEPT + 1);
    next.add(ImageHash.of(image));
    next.addAll(newestFirst);
    newestFirst = List.copyOf(next.subList(0, Math.min(KEPT, next.size())));
    hashed = image;
    long ended = nanoTime.getAsLong();
    restUntil = ended + REST * (ended - begun);
    return true;
  }

  /** The newest first. Any thread. */
  public List<ImageHash> newestFirst() {
    return newestFirst;
  }
}
