package io.weir.dataplane.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopCountsTest {
  /** Positive: that loop asks for one more; negative: it ends one, if it has any. */
  @Property(tries = 500)
  void thereIsRoomExactlyWhileTheyAreLessThanTheLimit(
      @ForAll @IntRange(min = 1, max = 5) int loops,
      @ForAll @IntRange(min = 1, max = 150) int limit,
      @ForAll @Size(max = 600) List<@IntRange(min = -3, max = 5) Integer> steps) {
    LoopCounts counts = new LoopCounts(loops);
    int[] expected = new int[loops];
    for (int step : steps) {
      int loop = Math.abs(step) % loops;
      int sum = IntStream.of(expected).sum();
      if (step >= 0) {
        assertThat(counts.hasRoom(limit)).isEqualTo(sum < limit);
        assertThat(counts.tryAdd(loop, limit)).isEqualTo(sum < limit);
        expected[loop] += sum < limit ? 1 : 0;
      } else if (expected[loop] > 0) {
        counts.remove(loop);
        expected[loop]--;
      }
      assertThat(counts.sum()).isEqualTo(IntStream.of(expected).sum());
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "4, 3", "4, 60", "4, 100", "3, 1000"})
  void threadsTogetherNeverHaveMoreThanTheLimit(int loops, int limit) throws Exception {
    LoopCounts counts = new LoopCounts(loops);
    AtomicInteger active = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier start = new CyclicBarrier(loops);
    try (ExecutorService threads = Executors.newFixedThreadPool(loops)) {
      List<Future<Integer>> running =
          IntStream.range(0, loops)
              .mapToObj(
                  loop ->
                      threads.submit(
                          () -> {
                            start.await();
                            return upAndDown(counts, loop, limit, active, most);
                          }))
              .toList();
      for (Future<Integer> one : running) {
        assertThat(one.get()).as("times it had room").isPositive();
      }
    }
    assertThat(most.get()).isBetween(1, limit);
    assertThat(counts.sum()).isZero();
    assertThat(counts.hasRoom(1)).isTrue();
  }

  /** As many as it gets up to a depth, then none, again and again. */
  private static int upAndDown(
      LoopCounts counts, int loop, int limit, AtomicInteger active, AtomicInteger most) {
    int had = 0;
    for (int round = 0; round < 2_000 || had == 0; round++) {
      int held = 0;
      for (int i = 0; i < 1 + round % 60; i++) {
        if (counts.tryAdd(loop, limit)) {
          most.accumulateAndGet(active.incrementAndGet(), Math::max);
          held++;
        }
      }
      for (int i = 0; i < held; i++) {
        active.decrementAndGet();
        counts.remove(loop);
      }
      had += held;
    }
    return had;
  }

  @Test
  void aLimitThatIsLoweredLetsNobodyInUntilThereAreFewer() {
    LoopCounts counts = new LoopCounts(2);
    for (int i = 0; i < 100; i++) {
      assertThat(counts.tryAdd(i % 2, 100)).isTrue();
    }
    for (int i = 0; i < 90; i++) {
      assertThat(counts.tryAdd(0, 10)).isFalse();
      counts.remove(i % 2);
    }
    assertThat(counts.tryAdd(0, 10)).isFalse();
    counts.remove(0);
    assertThat(counts.tryAdd(1, 10)).isTrue();
  }

  @Test
  void moreCannotEndThanBegan() {
    LoopCounts counts = new LoopCounts(2);
    counts.tryAdd(0, 1);
    assertThatThrownBy(() -> counts.remove(1)).isInstanceOf(IllegalStateException.class);
    assertThat(counts.sum()).isEqualTo(1);
  }
}
