package io.weir.dataplane.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
    int[] weights = new int[200];
    Arrays.fill(weights, 100);
    weights[0] = 99;
    assertThat(WeightedRing.of(weights).length()).isEqualTo(19_999);
  }

  @Property(tries = 300)
  void isTheSequenceOfNginx(@ForAll("weights") int[] weights) {
    WeightedRing ring = WeightedRing.of(weights);
    NginxReference nginx = new NginxReference(weights);
    long phase = ring.middleOf(0);
    for (int i = 0; i < 2 * ring.length(); i++) {
      assertThat(ring.at(phase)).isEqualTo(nginx.pick());
      phase += ring.step();
    }
  }

  @Provide
  Arbitrary<int[]> weights() {
    return Arbitraries.integers()
        .between(0, 100)
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
