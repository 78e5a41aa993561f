package io.weir.dataplane.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Weight;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WeightedRingTest {
  @Test
  void aHeavyNodeIsSpreadEvenly() {
    assertThat(sequence(5, 1, 1)).isEqualTo("AABACAA");
    assertThat(sequence(5, 3, 1)).isEqualTo("ABACABABA");
  }

  @Test
  void weightsAreReducedToTheirRatio() {
    assertThat(sequence(100, 100, 50)).isEqualTo("ABCAB");
  }

  @Test
  void aWeightOfZeroHasNoSlot() {
    assertThat(sequence(0, 1, 0)).isEqualTo("B");
    assertThat(WeightedRing.of(new int[] {0, 0}).length()).isZero();
  }

  @Test
  void theLargestUpstreamFits() {
    int[] weights = new int[Nodes.MAX];
    Arrays.fill(weights, Weight.MAX);
    weights[0] = Weight.MAX - 1;
    assertThat(WeightedRing.of(weights).length()).isEqualTo(WeightedRing.MAX_LENGTH - 1);
  }

  @Property(tries = 500)
  void isTheSequenceOfNginx(@ForAll("weights") int[] weights) {
    isNginx(weights);
  }

  @Property(tries = 200)
  void isTheSequenceOfNginxWithFewDifferentWeights(@ForAll("ties") int[] weights) {
    isNginx(weights);
  }

  @Property(tries = 20)
  void isTheSequenceOfNginxWithAsManyNodesAsCanBe(@ForAll("many") int[] weights) {
    isNginx(weights);
  }

  @Test
  void isTheSequenceOfNginxWithTheLargestUpstreams() {
    int[] weights = new int[Nodes.MAX];
    Arrays.setAll(weights, i -> 1 + i % Weight.MAX);
    isNginx(weights);
    Arrays.setAll(weights, i -> Weight.MAX - i * Weight.MAX / Nodes.MAX);
    isNginx(weights);
    Arrays.setAll(weights, i -> i == 77 ? 1 : Weight.MAX);
    isNginx(weights);
    Arrays.setAll(weights, i -> i == Nodes.MAX - 1 ? WeightedRing.MAX_LENGTH - i : 1);
    isNginx(weights);
  }

  private static void isNginx(int[] weights) {
    WeightedRing ring = WeightedRing.of(weights);
    NginxReference nginx = new NginxReference(weights);
    long phase = ring.middleOf(0);
    for (int i = 0; i < 2 * ring.length(); i++) {
      int picked = nginx.pick();
      if (ring.at(phase) != picked) {
        assertThat(ring.at(phase))
            .as("pick %s of %s", i, Arrays.toString(weights))
            .isEqualTo(picked);
      }
      phase += ring.step();
    }
  }

  @Property(tries = 300)
  void aPeriodGivesEveryNodeExactlyItsWeight(@ForAll("weights") int[] weights) {
    WeightedRing ring = WeightedRing.of(weights);
    int[] counts = new int[weights.length];
    long phase = ring.middleOf(0);
    for (int i = 0; i < ring.length(); i++) {
      counts[ring.at(phase)]++;
      phase += ring.step();
    }
    int sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      assertThat(counts[i] * (long) sum).isEqualTo(weights[i] * (long) ring.length());
    }
  }

  /**
   * A node's current weight is never above 1 + 1/2 + ... + 1/n times the sum (Dietz and Sleator), a
   * pick takes the sum less the node's weight from it, and who is picked has more than nothing.
   */
  @Property(tries = 300)
  void noNodeHasALongerRunThanItsWeightAsksFor(@ForAll("weights") int[] weights) {
    WeightedRing ring = WeightedRing.of(weights);
    int sum = Arrays.stream(weights).sum();
    double most = 0;
    for (int n = 1; n <= Arrays.stream(weights).filter(weight -> weight > 0).count(); n++) {
      most += (double) sum / n;
    }
    int run = 0;
    int last = -1;
    long phase = ring.middleOf(0);
    for (int i = 0; i < 2 * ring.length(); i++) {
      int node = ring.at(phase);
      run = node == last ? run + 1 : 1;
      last = node;
      if (weights[node] < sum) {
        assertThat(run).isLessThanOrEqualTo(1 + (int) (most / (sum - weights[node])));
      }
      phase += ring.step();
    }
  }

  @Property(tries = 300)
  void passingOverNodesEndsAtTheNextSlotOfAnother(
      @ForAll("weights") int[] weights, @ForAll long phase, @ForAll int avoid) {
    WeightedRing ring = WeightedRing.of(weights);
    boolean[] avoided = new boolean[weights.length];
    int slot = ring.slotFrom(phase, avoided);
    assertThat(ring.node(slot)).isEqualTo(ring.at(phase));
    avoided[Math.floorMod(avoid, weights.length)] = true;
    if (IntStream.range(0, weights.length).anyMatch(i -> weights[i] > 0 && !avoided[i])) {
      int next = ring.slotFrom(phase, avoided);
      assertThat(avoided[ring.node(next)]).isFalse();
      for (int i = slot; i != next; i = (i + 1) % ring.length()) {
        assertThat(avoided[ring.node(i)]).isTrue();
      }
    }
  }

  @Property(tries = 300)
  void noNodeIsEverAWholeTurnAheadOfItsShare(@ForAll("weights") int[] weights) {
    WeightedRing ring = WeightedRing.of(weights);
    int sum = Arrays.stream(weights).sum();
    int[] counts = new int[weights.length];
    for (int slot = 0; slot < ring.length(); slot++) {
      int node = ring.node(slot);
      counts[node]++;
      assertThat((double) counts[node]).isLessThan((slot + 1.0) * weights[node] / sum + 1);
    }
  }

  @Test
  void whatIsTooMuchIsRefused() {
    assertThatThrownBy(() -> WeightedRing.of(new int[] {WeightedRing.MAX_LENGTH, 1}))
        .isInstanceOf(IllegalArgumentException.class);
    int[] nodes = new int[Nodes.MAX + 1];
    Arrays.fill(nodes, 1);
    assertThatThrownBy(() -> WeightedRing.of(nodes)).isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<int[]> ties() {
    return Arbitraries.of(0, 1, 2, 3, Weight.MAX)
        .array(int[].class)
        .ofMinSize(1)
        .ofMaxSize(60)
        .filter(weights -> Arrays.stream(weights).sum() > 0);
  }

  @Provide
  Arbitrary<int[]> many() {
    return Arbitraries.integers().between(1, Weight.MAX).array(int[].class).ofSize(Nodes.MAX);
  }

  @Provide
  Arbitrary<int[]> weights() {
    return Arbitraries.integers()
        .between(0, Weight.MAX)
        .array(int[].class)
        .ofMinSize(1)
        .ofMaxSize(12)
        .filter(weights -> Arrays.stream(weights).sum() > 0);
  }

  private static String sequence(int... weights) {
    WeightedRing ring = WeightedRing.of(weights);
    StringBuilder picks = new StringBuilder();
    long phase = ring.middleOf(0);
    for (int i = 0; i < ring.length(); i++) {
      picks.append((char) ('A' + ring.at(phase)));
      phase += ring.step();
    }
    return picks.toString();
  }
}
