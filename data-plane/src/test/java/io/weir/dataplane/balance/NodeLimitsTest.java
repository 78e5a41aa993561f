package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.node;
import static io.weir.dataplane.balance.PoolMother.tried;
import static io.weir.dataplane.balance.PoolMother.upstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.contracts.value.UpstreamLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How many requests an upstream and its nodes have at a time. */
class NodeLimitsTest {
  @Test
  void aFullNodeIsPassedOverAsLongAsAnotherHasRoom() {
    UpstreamPool pool = limited(perNode(2), 1, 1);
    assertThat(acquired(pool, 4)).containsExactly(2, 2);
    node(pool, 1).release(0);
    assertThat(pool.acquire(0, null)).isSameAs(node(pool, 1));
    assertThat(pool.acquire(0, null)).isEqualTo(Pick.None.OVERLOADED);
    assertThat(pool.overloads()).isEqualTo(1);
  }

  @Property(tries = 200)
  void everyRoomOfEveryNodeIsUsedBeforeARequestIsRefused(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 100) Integer> weights,
      @ForAll @IntRange(min = 1, max = 40) int limit) {
    UpstreamPool pool =
        limited(perNode(limit), weights.stream().mapToInt(Integer::intValue).toArray());
    assertThat(acquired(pool, weights.size() * limit)).containsOnly(limit);
    assertThat(pool.acquire(0, null)).isEqualTo(Pick.None.OVERLOADED);
  }

  @Test
  void theTurnsOfAFullNodeGoToTheOthersInTheirProportion() {
    UpstreamPool pool = limited(perNode(600), 10, 1, 2);
    fill(node(pool, 0), 600);
    int[] counts = acquired(pool, 300);
    assertThat(counts[0]).isZero();
    assertThat(counts[1]).isCloseTo(100, within(2));
  }

  @Test
  void aRequestIsNotSentWhereItWasAlthoughTheOthersAreFull() {
    UpstreamPool pool = limited(perNode(1), 1, 1);
    assertThat(pool.acquire(0, tried(pool, 0))).isSameAs(node(pool, 1));
    assertThat(pool.acquire(0, tried(pool, 0))).isEqualTo(Pick.None.OVERLOADED);
    assertThat(pool.acquire(0, tried(pool, 0, 1))).isEqualTo(Pick.None.NO_NODE);
    assertThat(pool.overloads()).isEqualTo(1);
  }

  @Test
  void withoutANodeThatTakesRequestsItIsNotOverloaded() {
    UpstreamPool pool = limited(perNode(1), 0, 0);
    assertThat(pool.acquire(0, null)).isEqualTo(Pick.None.NO_NODE);
    assertThat(pool.overloads()).isZero();
  }

  @Test
  void aNodeIsAskedForAnotherAttemptOfItsRequestLikeForAnyOther() {
    UpstreamPool pool = limited(perNode(1), 1);
    LiveNode node = node(pool, 0);
    assertThat(node.tryAcquire(0)).isTrue();
    assertThat(node.tryAcquire(1)).isFalse();
    assertThat(node.requestsActive()).isEqualTo(1);
    node.release(0);
    assertThat(node.tryAcquire(1)).isTrue();
  }

  @Test
  void whatIsReleasedTwiceWasReleasedByMistake() {
    UpstreamPool pool = limited(perNode(1), 1);
    node(pool, 0).tryAcquire(0);
    node(pool, 0).release(0);
    assertThatThrownBy(() -> node(pool, 0).release(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> pool.end(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theRequestsOfAllLoopsForTheUpstreamAreLimited() {
    UpstreamPool pool = limited(new UpstreamLimits(1, 1, 3), 1);
    assertThat(pool.tryBegin(0)).isTrue();
    assertThat(pool.tryBegin(1)).isTrue();
    assertThat(pool.tryBegin(1)).isTrue();
    assertThat(pool.tryBegin(0)).isFalse();
    assertThat(pool.active()).isEqualTo(3);
    assertThat(pool.overloads()).isEqualTo(1);
    pool.end(1);
    assertThat(pool.tryBegin(0)).isTrue();
    assertThat(pool.budget().active()).isEqualTo(3);
  }

  @Test
  void whatIsUnderWayCountsThroughChangesAndNewLimitsHoldAtOnce() {
    UpstreamPool before = limited(new UpstreamLimits(1, 2, 2), 1);
    before.tryBegin(0);
    before.tryBegin(0);
    assertThat(before.acquire(0, null)).isSameAs(node(before, 0));
    UpstreamPool after =
        before.changedTo(upstream(PoolMother.settings(new UpstreamLimits(1, 1, 3)), 5));
    assertThat(before.acquire(0, null)).isEqualTo(Pick.None.OVERLOADED);
    assertThat(before.tryBegin(0)).isTrue();
    assertThat(after.tryBegin(0)).isFalse();
    node(before, 0).release(0);
    assertThat(after.acquire(0, null)).isSameAs(node(before, 0));
  }

  @Test
  void loopsThatFillTheNodesTogetherFillThemExactly() throws Exception {
    int loops = 3;
    UpstreamPool pool =
        UpstreamPool.of(upstream(PoolMother.settings(perNode(50)), 3, 2, 1), 42, loops);
    AtomicInteger acquired = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(loops)) {
      List<Future<?>> running = new ArrayList<>();
      for (int loop = 0; loop < loops; loop++) {
        int mine = loop;
        running.add(
            threads.submit(
                () -> {
                  while (pool.acquire(mine, null) instanceof LiveNode) {
                    acquired.incrementAndGet();
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(acquired.get()).isEqualTo(150);
    for (LiveNode node : pool.picker().nodes()) {
      assertThat(node.requestsActive()).isEqualTo(50);
    }
  }

  private static UpstreamLimits perNode(int limit) {
    return new UpstreamLimits(1, limit, 1);
  }

  private static UpstreamPool limited(UpstreamLimits limits, int... weights) {
    return UpstreamPool.of(upstream(PoolMother.settings(limits), weights), 42, 2);
  }

  private static void fill(LiveNode node, int requests) {
    for (int i = 0; i < requests; i++) {
      assertThat(node.tryAcquire(0)).isTrue();
    }
  }

  /** How many of so many requests each node takes, none of which ends. */
  private static int[] acquired(UpstreamPool pool, int many) {
    List<LiveNode> nodes = pool.picker().nodes();
    int[] before = nodes.stream().mapToInt(LiveNode::requestsActive).toArray();
    for (int i = 0; i < many; i++) {
      assertThat(pool.acquire(i % 2, null)).isInstanceOf(LiveNode.class);
    }
    int[] counts = new int[nodes.size()];
    Arrays.setAll(counts, i -> nodes.get(i).requestsActive() - before[i]);
    return counts;
  }
}
