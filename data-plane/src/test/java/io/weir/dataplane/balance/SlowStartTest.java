package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.changed;
import static io.weir.dataplane.balance.PoolMother.checker;
import static io.weir.dataplane.balance.PoolMother.node;
import static io.weir.dataplane.balance.PoolMother.picks;
import static io.weir.dataplane.balance.PoolMother.pool;
import static io.weir.dataplane.balance.PoolMother.settings;
import static io.weir.dataplane.balance.PoolMother.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.UpstreamSettings;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlowStartTest {
  private static final int WINDOW = 90;

  private final UpstreamSettings slow = settings(null, WINDOW);
  private final FakeClock clock = new FakeClock();

  @Test
  void aNewNodesShareGrowsInTenEqualStepsFromATenthToAll() {
    UpstreamPool pool = changed(pool(slow, clock, 1), 1, 1);
    List<Integer> shares = new ArrayList<>();
    for (int second = 0; second <= WINDOW; second += 5) {
      pool.tick(clock.getAsLong());
      shares.add(node(pool, 1).share());
      clock.advanceSeconds(5);
    }
    assertThat(shares).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10);
  }

  @Test
  void picksFollowTheShareEvenOfTheSmallestWeights() {
    UpstreamPool pool = changed(pool(slow, clock, 1), 1, 1);
    assertThat(picks(pool, 1_100)).containsExactly(1_000, 100);
    clock.advanceSeconds(40);
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 1_500)).containsExactly(1_000, 500);
    clock.advanceSeconds(50);
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 1_000)).containsExactly(500, 500);
  }

  @Test
  void aNodeThatComesBackStartsSlowly() {
    UpstreamPool pool = pool(settings(checker(false, true), WINDOW), clock, 1, 1);
    node(pool, 0).health().happened(Ended.BROKEN, null, false);
    node(pool, 0).health().happened(Ended.BROKEN, null, false);
    clock.advanceSeconds(30);
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 1_100)).containsExactly(100, 1_000);
  }

  @Test
  void nobodyStartsSlowlyWhenTheProcessStarts() {
    assertThat(picks(pool(slow, clock, 1, 1), 100)).containsExactly(50, 50);
  }

  @Test
  void nobodyStartsSlowlyInAPoolThatIsNewAltogether() {
    UpstreamPool pool = pool(slow, clock, 1);
    var others = PoolMother.nodes(0, 0, 1, 1).subList(2, 4);
    assertThat(picks(pool.changedTo(upstream(slow, others)), 100)).containsExactly(50, 50);
  }

  @Test
  void withoutSlowStartANewNodeHasItsShareAtOnce() {
    UpstreamPool pool = changed(pool(settings(null, 0), clock, 1), 1, 1);
    assertThat(picks(pool, 100)).containsExactly(50, 50);
  }

  @Test
  void slowStartSwitchedOffEndsAtTheNextTick() {
    UpstreamPool pool = changed(pool(slow, clock, 1), 1, 1);
    pool = pool.changedTo(upstream(settings(null, 0), 1, 1));
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 100)).containsExactly(50, 50);
  }

  @Test
  void theSequenceOfTheLargestUpstreamStaysAsShortAsEver() {
    int[] weights = new int[199];
    Arrays.fill(weights, 100);
    UpstreamPool before = pool(slow, clock, weights);
    int[] more = Arrays.copyOf(weights, 200);
    more[199] = 99;
    UpstreamPool pool = changed(before, more);
    assertThat(picks(pool, 19_910)[199]).isEqualTo(10);
  }

  @Property(tries = 200)
  void theOthersKeepTheirProportionWhileANodeStartsSlowly(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 100) Integer> weights,
      @ForAll @IntRange(min = 0, max = 89) int second) {
    int[] all = weights.stream().mapToInt(Integer::intValue).toArray();
    UpstreamPool pool = changed(pool(slow, clock, Arrays.copyOf(all, all.length - 1)), all);
    clock.advanceSeconds(second);
    pool.tick(clock.getAsLong());
    int share = 1 + second / 10;
    int[] scaled = Arrays.stream(all).map(weight -> weight * 10).toArray();
    scaled[all.length - 1] = all[all.length - 1] * share;
    assertThat(picks(pool, Arrays.stream(scaled).sum())).containsExactly(scaled);
  }
}
