package io.weir.benchmarks.micro;

import io.weir.benchmarks.gateway.WeirConfiguration;
import io.weir.contracts.image.GatewayImage;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.UpstreamPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Which node is next, and has room. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway") // JMH sets up; what is asked for is there
public class PickerBenchmark {
  @Param({"3", "200"})
  private int nodes;

  private UpstreamPool pool;

  /** Makes the upstream. */
  @Setup
  public void makePool() {
    GatewayImage image =
        WeirConfiguration.image(IntStream.rangeClosed(1, nodes).boxed().toList(), 0);
    pool = UpstreamPool.of(image.upstreams().values().iterator().next(), 1, 1);
  }

  /** One pick, and the end of the attempt. */
  @Benchmark
  public LiveNode acquire() {
    LiveNode node = (LiveNode) pool.acquire(0, null);
    node.release(0);
    return node;
  }

  /** The same with the beginning and the end of the request. */
  @Benchmark
  public LiveNode request() {
    pool.tryBegin(0);
    LiveNode node = acquire();
    pool.end(0);
    return node;
  }
}
