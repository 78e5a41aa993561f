package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.node;
import static io.weir.dataplane.balance.PoolMother.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.UpstreamLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConnectionLimitTest {
  @Test
  void thereAreAsManyAsTheUpstreamAllows() {
    ConnectionLimit connections = limit(2);
    assertThat(connections.tryOpen(0, 0)).isTrue();
    assertThat(connections.tryOpen(0, 1)).isTrue();
    assertThat(connections.tryOpen(0, 2)).isFalse();
    assertThat(connections.open()).isEqualTo(2);
    connections.closed();
    assertThat(connections.tryOpen(0, 1)).isTrue();
  }

  @Test
  void aLoopMayAlwaysHaveOne() {
    ConnectionLimit connections = limit(1);
    assertThat(connections.tryOpen(0, 0)).isTrue();
    assertThat(connections.tryOpen(1, 0)).isTrue();
    assertThat(connections.tryOpen(1, 1)).isFalse();
    connections.closed();
    assertThat(connections.tryOpen(1, 1)).as("one is left, which is the limit").isFalse();
  }

  @Test
  void anotherLoopsIdleConnectionMakesRoomForTheOneThatWasRefused() {
    ConnectionLimit connections = limit(2);
    connections.tryOpen(0, 0);
    connections.tryOpen(1, 0);
    assertThat(connections.yields(0)).as("nobody wants it").isFalse();
    assertThat(connections.tryOpen(1, 1)).isFalse();
    assertThat(connections.yields(1)).as("it wants one itself").isFalse();
    assertThat(connections.yields(0)).isTrue();
    assertThat(connections.yields(0)).as("one is enough").isFalse();
    connections.closed();
    assertThat(connections.tryOpen(1, 1)).isTrue();
  }

  @Test
  void aNewLimitHoldsAtOnce() {
    UpstreamPool pool = pool(1);
    ConnectionLimit connections = node(pool, 0).connections();
    connections.tryOpen(0, 0);
    assertThat(connections.tryOpen(0, 1)).isFalse();
    pool.changedTo(upstream(PoolMother.settings(new UpstreamLimits(2, 1, 1)), 1));
    assertThat(connections.tryOpen(0, 1)).isTrue();
  }

  @Test
  void loopsTogetherNeverOpenMore() throws Exception {
    ConnectionLimit connections = limit(3);
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (int loop = 0; loop < 4; loop++) {
        int mine = loop;
        running.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 20_000; i++) {
                    if (connections.tryOpen(mine, 1)) {
                      most.accumulateAndGet(open.incrementAndGet(), Math::max);
                      open.decrementAndGet();
                      connections.closed();
                    }
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(most.get()).isBetween(1, 3);
    assertThat(connections.open()).isZero();
  }

  private static UpstreamPool pool(int limit) {
    return UpstreamPool.of(
        upstream(PoolMother.settings(new UpstreamLimits(limit, 1, 1)), 1), 42, 4);
  }

  private static ConnectionLimit limit(int limit) {
    return node(pool(limit), 0).connections();
  }
}
