package io.weir.benchmarks.micro;

import io.weir.benchmarks.gateway.WeirConfiguration;
import io.weir.contracts.value.Method;
import io.weir.dataplane.route.EnvironmentRoutes;
import io.weir.dataplane.route.RequestPath;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.ServiceRoutes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** From the bytes of host and path to the route and the path for the node, among many routes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway") // JMH sets up; what is asked for is there
public class MatcherBenchmark {
  private static final int PATHS = 1 << 16;

  @Param({"1", "1000", "50000"})
  private int routes;

  private RouteTable table = RouteTable.empty();
  private byte[] host = {};
  private final byte[][] paths = new byte[PATHS][];
  private final String[] texts = new String[PATHS];
  private final byte[] target = new byte[256];
  private int next;

  /** Compiles the table. */
  @Setup
  public void compile() {
    table =
        new RouteCompiler(null, 1, 1)
            .compile(RouteTable.empty(), WeirConfiguration.image(List.of(80), routes));
    host = (WeirConfiguration.SERVICE + ".bench").getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < PATHS; i++) {
      texts[i] = "/release/r%05d/item".formatted((int) (i * 7_919L % routes));
      paths[i] = texts[i].getBytes(StandardCharsets.US_ASCII);
    }
  }

  private int turn() {
    next = next + 1 & PATHS - 1;
    return next;
  }

  /** What every request does. */
  @Benchmark
  public int bytes() {
    byte[] path = paths[turn()];
    int end = RequestPath.normalise(path, 0, path.length);
    ServiceRoutes service = table.service(host, 0, host.length);
    EnvironmentRoutes environment = service.environment(path, 0, end);
    int from = environment.prefixLength();
    Route route = environment.match(path, from, end, Method.GET);
    return route.writeTargetPath(path, from, end, target, 0);
  }

  /** The same with texts. */
  @Benchmark
  public String texts() {
    String path = RequestPath.normalise(texts[turn()]);
    ServiceRoutes service = table.service(WeirConfiguration.SERVICE + ".bench");
    Route route = service.route(service.environment(path), path, 8, Method.GET);
    return route.targetPath(path, 8);
  }
}
