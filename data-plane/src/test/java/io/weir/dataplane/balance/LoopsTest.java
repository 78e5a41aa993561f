package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.PLAIN;
import static io.weir.dataplane.balance.PoolMother.pick;
import static io.weir.dataplane.balance.PoolMother.upstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What several event loops do together. */
class LoopsTest {
  private static final int PICKS = 10_000;

  @Test
  void tenThousandConcurrentPicksAreExactWithinOnePercent() throws Exception {
    int loops = 4;
    UpstreamPool pool = UpstreamPool.of(upstream(PLAIN, 7, 2, 1), 42, loops);
    int[] counts = new int[3];
    for (int[] ofLoop : concurrently(loops, loop -> picks(pool, loop, PICKS / loops))) {
      Arrays.setAll(counts, i -> counts[i] + ofLoop[i]);
    }
    assertThat(counts[0]).isCloseTo(7_000, within(70));
    assertThat(counts[1]).isCloseTo(2_000, within(20));
    assertThat(counts[2]).isCloseTo(1_000, within(10));
  }

  @Property(tries = 200)
  void everyNodeIsWithinOnePercentOfAllPicks(
      @ForAll("weights") int[] weights,
      @ForAll @IntRange(min = 1, max = 16) int loops,
      @ForAll long seed) {
    UpstreamPool pool = UpstreamPool.of(upstream(PLAIN, weights), seed, loops);
    int[] counts = new int[weights.length];
    for (int i = 0; i < PICKS; i++) {
      counts[pick(pool, i % loops, null)]++;
    }
    double total = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      assertThat((double) counts[i])
          .isCloseTo(PICKS * weights[i] / total, within((double) PICKS / 100));
    }
  }

  @Test
  void healthChangesWhileLoopsPickNeverLeaveAStaleSequence() throws Exception {
    int loops = 3;
    var settings = PoolMother.settings(PoolMother.checker(true, false, 1, 1, 1), 0);
    UpstreamPool pool = UpstreamPool.of(upstream(settings, 5, 3, 2, 1), 42, loops);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger done = new AtomicInteger();
    concurrently(
        loops + 2,
        who -> {
          if (who < loops) {
            while (!over.get()) {
              assertThat(pick(pool, who, null)).isBetween(0, 3);
            }
          } else {
            NodeHealth health = pool.picker().node(who - loops).health();
            for (int i = 0; i < 200; i++) {
              health.probed(Ended.BROKEN, null);
              health.probed(NodeOutcome.answered(200), null);
              health.probed(NodeOutcome.answered(200), null);
            }
            health.probed(Ended.BROKEN, null);
            if (done.incrementAndGet() == 2) {
              over.set(true);
            }
          }
          return new int[0];
        });
    assertThat(picks(pool, 0, 300)).containsExactly(0, 0, 200, 100);
  }

  @Provide
  Arbitrary<int[]> weights() {
    return Arbitraries.integers()
        .between(0, 100)
        .array(int[].class)
        .ofMinSize(1)
        .ofMaxSize(200)
        .filter(weights -> Arrays.stream(weights).sum() > 0);
  }

  private static int[] picks(UpstreamPool pool, int loop, int many) {
    int[] counts = new int[pool.picker().size()];
    for (int i = 0; i < many; i++) {
      counts[pick(pool, loop, null)]++;
    }
    return counts;
  }

  private interface Work {
    int[] of(int who) throws Exception;
  }

  private static List<int[]> concurrently(int threads, Work work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Future<int[]>> running = new ArrayList<>();
    List<int[]> results = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int t = 0; t < threads; t++) {
        int who = t;
        running.add(
            executor.submit(
                () -> {
                  start.await();
                  return work.of(who);
                }));
      }
      for (Future<int[]> one : running) {
        results.add(one.get());
      }
    }
    return results;
  }
}
