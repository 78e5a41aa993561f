package io.weir.dataplane.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.contracts.image.Revision;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.testing.event.EventMother;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class NodePickerTest {
  private final UpstreamId id = new UpstreamId("upstream-aaaaaaaa");
  private final UpstreamSettings settings = EventMother.upstreamSettings("u", VpcId.random());

  @Test
  void everyPeriodIsExact() {
    NodePicker picker = pool(5, 3, 1).picker();
    for (int period = 0; period < 1_000; period++) {
      assertThat(picks(picker, 9)).containsExactly(5, 3, 1);
    }
  }

  @Test
  void periodsAreExactHoweverManyThreadsPick() throws Exception {
    NodePicker picker = pool(7, 2, 1).picker();
    AtomicIntegerArray counts = new AtomicIntegerArray(3);
    int threads = 4;
    int each = 25_000;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        running.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    counts.incrementAndGet(picker.pick(null));
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(counts.get(0)).isEqualTo(70_000);
    assertThat(counts.get(1)).isEqualTo(20_000);
    assertThat(counts.get(2)).isEqualTo(10_000);
  }

  @Test
  void aNodeOfWeightZeroIsNeverPicked() {
    assertThat(picks(pool(1, 0, 1).picker(), 1_000)).containsExactly(500, 0, 500);
    assertThat(pool(0, 0).picker().pick(null)).isEqualTo(NodePicker.NONE);
  }

  @Test
  void aWeightOfZeroActsAtTheNextPick() {
    UpstreamPool before = pool(1, 1);
    before.picker().pick(null);
    assertThat(picks(changed(before, 1, 0).picker(), 100)).containsExactly(100, 0);
  }

  @Test
  void turnsOfTriedNodesPassToTheOthersInTheirProportion() {
    NodePicker picker = pool(100, 1, 2).picker();
    TriedNodes tried = new TriedNodes();
    tried.add(0);
    int[] counts = new int[3];
    for (int i = 0; i < 300; i++) {
      counts[picker.pick(tried)]++;
    }
    assertThat(counts).containsExactly(0, 100, 200);
  }

  @Test
  void nobodyIsLeftWhenAllWereTried() {
    NodePicker picker = pool(1, 1, 0).picker();
    TriedNodes tried = new TriedNodes();
    tried.add(picker.pick(tried));
    tried.add(picker.pick(tried));
    assertThat(picker.pick(tried)).isEqualTo(NodePicker.NONE);
    tried.clear();
    assertThat(picker.pick(tried)).isNotEqualTo(NodePicker.NONE);
  }

  @Test
  void aLightNodeIsServedEvenIfWeightsChangeAfterEveryPick() {
    UpstreamPool pool = pool(10, 1);
    int[] counts = new int[2];
    for (int i = 0; i < 11_000; i++) {
      counts[pool.picker().pick(null)]++;
      pool = i % 2 == 0 ? changed(pool, 99, 10) : changed(pool, 10, 1);
    }
    assertThat(counts[1]).isCloseTo(1_000, within(100));
  }

  @Test
  void aChangeThatLeavesTheWeightsContinuesTheSequence() {
    UpstreamPool pool = pool(5, 3, 1);
    UpstreamPool twin = pool(5, 3, 1);
    for (int i = 0; i < 50; i++) {
      assertThat(pool.picker().pick(null)).isEqualTo(twin.picker().pick(null));
      pool = changed(pool, 5, 3, 1);
    }
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
      first.add(UpstreamPool.of(upstream(1, 1, 1, 1), seed).picker().pick(null));
    }
    assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  private UpstreamPool pool(int... weights) {
    return UpstreamPool.of(upstream(weights), 42);
  }

  private UpstreamPool changed(UpstreamPool pool, int... weights) {
    return pool.changedTo(upstream(weights));
  }

  private Upstream upstream(int... weights) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      nodes.add(EventMother.node(1_000 + i, weights[i]));
    }
    return new Upstream(id, settings, new Nodes(nodes), new Revision(1, 1, Instant.EPOCH));
  }

  private static int[] picks(NodePicker picker, int many) {
    int[] counts = new int[picker.nodes().size()];
    Arrays.fill(counts, 0);
    for (int i = 0; i < many; i++) {
      counts[picker.pick(null)]++;
    }
    return counts;
  }
}
