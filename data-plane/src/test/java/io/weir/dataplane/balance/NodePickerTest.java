package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.NONE;
import static io.weir.dataplane.balance.PoolMother.PLAIN;
import static io.weir.dataplane.balance.PoolMother.changed;
import static io.weir.dataplane.balance.PoolMother.next;
import static io.weir.dataplane.balance.PoolMother.node;
import static io.weir.dataplane.balance.PoolMother.pick;
import static io.weir.dataplane.balance.PoolMother.picks;
import static io.weir.dataplane.balance.PoolMother.pool;
import static io.weir.dataplane.balance.PoolMother.tried;
import static io.weir.dataplane.balance.PoolMother.upstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodePickerTest {
  @Test
  void everyPeriodIsExact() {
    UpstreamPool pool = pool(5, 3, 1);
    for (int period = 0; period < 1_000; period++) {
      assertThat(picks(pool, 9)).containsExactly(5, 3, 1);
    }
  }

  @Test
  void turnsOfTriedNodesPassToTheOthersInTheirProportion() {
    UpstreamPool pool = pool(100, 1, 2);
    TriedNodes tried = tried(pool, 0);
    int[] counts = new int[3];
    for (int i = 0; i < 300; i++) {
      counts[pick(pool, 0, tried)]++;
    }
    assertThat(counts).containsExactly(0, 100, 200);
  }

  @Test
  void repeatedRequestsCostNoNodeItsTurnWithOthers() {
    UpstreamPool pool = pool(100, 1, 2);
    TriedNodes tried = tried(pool, 0);
    int[] first = new int[3];
    for (int i = 0; i < 1_030; i++) {
      first[pick(pool, 0, null)]++;
      pick(pool, 0, tried);
    }
    assertThat(first).containsExactly(1_000, 10, 20);
  }

  @Test
  void nobodyIsLeftWhenAllWereTried() {
    UpstreamPool pool = pool(1, 1, 0);
    TriedNodes tried = new TriedNodes();
    tried.add(node(pool, pick(pool, 0, tried)));
    tried.add(node(pool, pick(pool, 0, tried)));
    assertThat(pick(pool, 0, tried)).isEqualTo(NONE);
    tried.clear();
    assertThat(pick(pool, 0, tried)).isNotEqualTo(NONE);
  }

  @Test
  void twoHundredNodesAreAllTriedBeforeOneIsRepeated() {
    int[] weights = new int[200];
    Arrays.setAll(weights, i -> 1 + i / 2);
    UpstreamPool pool = pool(weights);
    TriedNodes tried = new TriedNodes();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      int node = pick(pool, 0, tried);
      seen.add(node);
      tried.add(node(pool, node));
    }
    assertThat(seen).hasSize(200);
    assertThat(pick(pool, 0, tried)).isEqualTo(NONE);
  }

  @Test
  void aNodeIsServedHoweverLightEvenIfWeightsChangeAfterEveryPick() {
    UpstreamPool pool = pool(10, 1);
    int[] counts = new int[2];
    for (int i = 0; i < 11_000; i++) {
      counts[pick(pool, 0, null)]++;
      pool = i % 2 == 0 ? changed(pool, 99, 10) : changed(pool, 10, 1);
    }
    assertThat(counts[1]).isCloseTo(1_000, within(100));
  }

  @Test
  void aNewWeightActsAtTheNextPick() {
    UpstreamPool before = pool(1, 1);
    picks(before, 7);
    assertThat(picks(changed(before, 3, 1), 400)).containsExactly(300, 100);
  }

  @Test
  void aChangeThatLeavesTheWeightsContinuesTheSequence() {
    UpstreamPool pool = pool(5, 3, 1);
    UpstreamPool twin = pool(5, 3, 1);
    for (int i = 0; i < 50; i++) {
      assertThat(pick(pool, 0, null)).isEqualTo(pick(twin, 0, null));
      int seconds = i % 2;
      pool = pool.changedTo(upstream(PoolMother.settings(null, seconds), 5, 3, 1));
    }
  }

  @Test
  void aChangeOfNothingIsNoChange() {
    UpstreamPool pool = pool(5, 3, 1);
    assertThat(changed(pool, 5, 3, 1)).isSameAs(pool);
  }

  @Test
  void nodesThatStayKeepTheirIdentity() {
    UpstreamPool before = pool(1, 1, 1);
    UpstreamPool after = changed(before, 7, 1);
    assertThat(after.picker().node(0)).isSameAs(before.picker().node(0));
    assertThat(after.picker().node(1)).isSameAs(before.picker().node(1));
  }

  @Test
  void processesDoNotAllStartAtTheSameNode() {
    Set<Integer> first = new HashSet<>();
    for (long seed = 0; seed < 64; seed++) {
      first.add(pick(UpstreamPool.of(upstream(PLAIN, 1, 1, 1, 1), seed, 1), 0, null));
    }
    assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void theLoopsOfAProcessStartAtDifferentNodes() {
    UpstreamPool pool = UpstreamPool.of(upstream(PLAIN, 1, 1, 1, 1, 1, 1, 1, 1), 42, 8);
    Set<Integer> first = new HashSet<>();
    for (int loop = 0; loop < 8; loop++) {
      first.add(pick(pool, loop, null));
    }
    assertThat(first).hasSize(8);
  }

  @Test
  void theSameSeedGivesTheSameSequence() {
    UpstreamPool one = pool(7, 5, 3);
    UpstreamPool other = pool(7, 5, 3);
    for (int i = 0; i < 100; i++) {
      assertThat(pick(one, 0, null)).isEqualTo(pick(other, 0, null));
    }
  }

  @Test
  void aRequestThatBeganBeforeAChangeIsRepeatedByTheLatestConfiguration() {
    UpstreamPool before = pool(1, 1, 1);
    TriedNodes tried = new TriedNodes();
    tried.add(Objects.requireNonNull(next(before, 0, tried)));
    LiveNode only = changed(before, 1).picker().node(0);
    tried.clear();
    for (int i = 0; i < 10; i++) {
      assertThat(next(before, 0, tried)).isSameAs(only);
    }
  }
}
