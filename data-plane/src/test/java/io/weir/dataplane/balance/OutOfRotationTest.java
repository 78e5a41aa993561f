package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.NONE;
import static io.weir.dataplane.balance.PoolMother.PLAIN;
import static io.weir.dataplane.balance.PoolMother.changed;
import static io.weir.dataplane.balance.PoolMother.checker;
import static io.weir.dataplane.balance.PoolMother.next;
import static io.weir.dataplane.balance.PoolMother.node;
import static io.weir.dataplane.balance.PoolMother.pick;
import static io.weir.dataplane.balance.PoolMother.picks;
import static io.weir.dataplane.balance.PoolMother.pool;
import static io.weir.dataplane.balance.PoolMother.settings;
import static io.weir.dataplane.balance.PoolMother.tried;
import static io.weir.dataplane.balance.PoolMother.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.Node;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import io.weir.testing.event.EventMother;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes that get no requests, and what becomes of their turns. */
class OutOfRotationTest {
  private final UpstreamSettings passive = settings(checker(false, true), 0);
  private final FakeClock clock = new FakeClock();

  @Test
  void aNodeOfWeightZeroIsNeverPicked() {
    assertThat(picks(pool(1, 0, 1), 1_000)).containsExactly(500, 0, 500);
    assertThat(pick(pool(0, 0), 0, null)).isEqualTo(NONE);
  }

  @Test
  void aWeightOfZeroActsAtTheNextPickAlsoOfARequestUnderWay() {
    UpstreamPool before = pool(1, 1, 1);
    next(before, 0, null);
    UpstreamPool after = changed(before, 1, 0, 1);
    assertThat(picks(after, 100)).containsExactly(50, 0, 50);
    assertThat(next(before, 0, tried(after, 0))).isSameAs(node(after, 2));
    assertThat(next(before, 0, tried(after, 0, 2))).isNull();
  }

  @Test
  void aDrainingNodeGetsNothingNew() {
    UpstreamPool before = pool(1, 1);
    next(before, 0, null);
    UpstreamPool after =
        before.changedTo(upstream(PLAIN, List.of(draining(1_000, 1), EventMother.node(1_001, 1))));
    assertThat(picks(after, 100)).containsExactly(0, 100);
    assertThat(node(after, 0)).isSameAs(node(before, 0));
    assertThat(node(after, 0).draining()).isTrue();
    assertThat(next(before, 0, tried(after, 1))).isNull();
    UpstreamPool again = changed(after, 1, 1);
    assertThat(node(again, 0).draining()).isFalse();
    assertThat(picks(again, 100)).containsExactly(50, 50);
  }

  @Test
  void aRemovedNodeGetsNothingNew() {
    UpstreamPool before = pool(1, 1);
    LiveNode removed = node(before, 1);
    changed(before, 1);
    for (int i = 0; i < 100; i++) {
      assertThat(next(before, 0, null)).isNotSameAs(removed);
    }
  }

  @Test
  void anUnhealthyNodeLeavesTheOthersTheirProportion() {
    UpstreamPool pool = pool(passive, clock, 6, 3, 2, 1);
    picks(pool, 5);
    fail(node(pool, 0));
    assertThat(picks(pool, 600)).containsExactly(0, 300, 200, 100);
  }

  @Test
  void anUnhealthyNodeStaysOutThroughOtherChanges() {
    UpstreamPool pool = pool(passive, clock, 1, 1, 1);
    fail(node(pool, 0));
    UpstreamPool after = changed(pool, 1, 5, 1);
    assertThat(node(after, 0).health().state()).isEqualTo(State.UNHEALTHY);
    assertThat(picks(after, 600)).containsExactly(0, 500, 100);
  }

  @Test
  void whenNoNodeIsHealthyAllAreUsedAndThatIsCounted() {
    UpstreamPool pool = pool(passive, clock, 2, 1, 0);
    picks(pool, 10);
    fail(node(pool, 0));
    assertThat(pool.failOpen()).isFalse();
    fail(node(pool, 1));
    assertThat(pool.failOpen()).isTrue();
    assertThat(picks(pool, 300)).containsExactly(200, 100, 0);
    assertThat(pool.failOpenPicks()).isEqualTo(300);
    clock.advanceSeconds(30);
    pool.tick(clock.getAsLong());
    assertThat(pool.failOpen()).isFalse();
    assertThat(picks(pool, 300)).containsExactly(200, 100, 0);
    assertThat(pool.failOpenPicks()).isEqualTo(300);
  }

  @Test
  void failingOpenNeverUsesNodesThatAreToGetNothing() {
    UpstreamPool pool =
        UpstreamPool.of(
            upstream(
                passive,
                List.of(
                    EventMother.node(1_000, 1), EventMother.node(1_001, 0), draining(1_002, 1))),
            42,
            1);
    fail(node(pool, 0));
    assertThat(pool.failOpen()).isTrue();
    assertThat(picks(pool, 10)).containsExactly(10, 0, 0);
  }

  @Test
  void anUpstreamWithoutNodesThatTakeRequestsDoesNotFailOpen() {
    UpstreamPool pool = pool(0, 0);
    assertThat(pool.failOpen()).isFalse();
    assertThat(pick(pool, 0, null)).isEqualTo(NONE);
    assertThat(pool.failOpenPicks()).isZero();
  }

  @Test
  void switchingChecksOffBringsEveryNodeBack() {
    UpstreamPool pool = pool(passive, clock, 1, 1);
    picks(pool, 2);
    fail(node(pool, 0));
    UpstreamPool after = pool.changedTo(upstream(settings(null, 0), 1, 1));
    assertThat(node(after, 0).health().state()).isEqualTo(State.OFF);
    assertThat(picks(after, 100)).containsExactly(50, 50);
    UpstreamPool on = after.changedTo(upstream(passive, 1, 1));
    assertThat(node(on, 0).health().state()).isEqualTo(State.NO_DATA);
  }

  private static Node draining(int port, int weight) {
    Node node = EventMother.node(port, weight);
    return new Node(node.address(), node.port(), node.weight(), true);
  }

  private static void fail(LiveNode node) {
    node.health().happened(Ended.BROKEN, null, false);
    node.health().happened(Ended.BROKEN, null, false);
  }
}
