package io.weir.dataplane.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static final long NOW = 1_000;

  private static List<InetAddress> addresses(String... literals) {
    return Arrays.stream(literals).map(InetAddress::ofLiteral).toList();
  }

  @Test
  void everyConnectionBeginsWithTheNextAddress() {
    Spread spread = new Spread(0);
    List<InetAddress> all = addresses("10.0.0.1", "10.0.0.2", "10.0.0.3");
    assertThat(spread.order(all, NOW)).containsExactlyElementsOf(all);
    assertThat(spread.order(all, NOW))
        .containsExactlyElementsOf(addresses("10.0.0.2", "10.0.0.3", "10.0.0.1"));
    assertThat(new Spread(-1).order(all, NOW)).first().isEqualTo(all.getLast());
  }

  @Test
  void familiesAlternate() {
    List<InetAddress> all = addresses("10.0.0.1", "10.0.0.2", "10.0.0.3", "fd00::1", "fd00::2");
    assertThat(new Spread(0).order(all, NOW))
        .containsExactlyElementsOf(
            addresses("10.0.0.1", "fd00::1", "10.0.0.2", "fd00::2", "10.0.0.3"));
    assertThat(new Spread(3).order(all, NOW))
        .containsExactlyElementsOf(
            addresses("fd00::1", "10.0.0.1", "fd00::2", "10.0.0.2", "10.0.0.3"));
  }

  @Test
  void anAddressThatFailedLatelyComesLast() {
    Spread spread = new Spread(0);
    List<InetAddress> all = addresses("10.0.0.1", "10.0.0.2", "10.0.0.3");
    spread.failed(all.getFirst(), NOW);
    for (int i = 0; i < 6; i++) {
      assertThat(spread.order(all, NOW + 1)).hasSize(3).last().isEqualTo(all.getFirst());
    }
    long later = NOW + TimeUnit.SECONDS.toNanos(11);
    assertThat(
            List.of(spread.order(all, later), spread.order(all, later), spread.order(all, later)))
        .anyMatch(order -> order.getFirst().equals(all.getFirst()));
  }
}
