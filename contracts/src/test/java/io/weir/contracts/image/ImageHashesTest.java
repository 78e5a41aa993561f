package io.weir.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.history.RandomHistory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hashes of what a process has had, at a bounded cost. */
class ImageHashesTest {
  private final RandomHistory history = new RandomHistory(1);
  private final AtomicReference<@Nullable GatewayImage> present = new AtomicReference<>();
  private final AtomicLong now = new AtomicLong();

  private GatewayImage next() {
    GatewayImage before = present.get();
    GatewayImage image =
        FoldTest.fold(
            before == null ? GatewayImage.genesis(history.ledgerId()) : before, history.next());
    present.set(image);
    return image;
  }

  @Test
  void thereIsNothingToHashBeforeTheFirstImageAndNothingTwice() {
    ImageHashes hashes = new ImageHashes(present::get, now::get);
    assertThat(hashes.look()).isFalse();
    assertThat(hashes.newestFirst()).isEmpty();

    GatewayImage first = next();
    assertThat(hashes.look()).isTrue();
    assertThat(hashes.look()).isFalse();
    assertThat(hashes.newestFirst()).containsExactly(ImageHash.of(first));
  }

  @Test
  void theLastOnesAreKeptTheNewestFirst() {
    ImageHashes hashes = new ImageHashes(present::get, now::get);
    for (int i = 0; i < ImageHashes.KEPT + 5; i++) {
      next();
      assertThat(hashes.look()).isTrue();
    }
    List<Long> positions = hashes.newestFirst().stream().map(ImageHash::position).toList();
    assertThat(positions)
        .hasSize(ImageHashes.KEPT)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    GatewayImage last = present.get();
    assertThat(last).isNotNull();
    assertThat(positions.getFirst()).isEqualTo(last.position());
  }

  @Test
  void afterAHashThatTookLongItRestsNineteenTimesAsLong() {
    AtomicLong reads = new AtomicLong();
    // the clock is read when a look begins and when it has hashed, 100 later
    ImageHashes hashes =
        new ImageHashes(present::get, () -> now.get() + 100 * reads.getAndIncrement());
    next();
    reads.set(0);
    assertThat(hashes.look()).isTrue();
    next();
    reads.set(0);
    now.set(100 + 1_899);
    assertThat(hashes.look()).isFalse();
    reads.set(0);
    now.set(100 + 1_900);
    assertThat(hashes.look()).isTrue();
  }
}
