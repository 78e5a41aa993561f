package io.weir.benchmarks.micro;

import io.weir.benchmarks.gateway.WeirConfiguration;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Revision;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleasedApi;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.RouteTable;
import java.time.Instant;
import java.util.ArrayList;
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

/** One API of a service changes and is released: the fold, and the route table after it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway") // JMH sets up; what is asked for is there
public class FoldBenchmark {
  private static final Revision REVISION = new Revision(2, 1_000_000, Instant.EPOCH);
  private static final RouteCompiler COMPILER = new RouteCompiler(null, 1, 1);

  @Param({"1", "1000", "50000"})
  private int apis;

  private List<io.weir.contracts.event.GatewayEvent> all = List.of();
  private GatewayImage image = WeirConfiguration.image(List.of(80), 0);
  private RouteTable table = RouteTable.empty();
  private ApiChanged change;
  private ServiceReleased release;

  /** Makes the image before, and the change. */
  @Setup
  public void before() {
    all = WeirConfiguration.events(List.of(80), apis);
    image = WeirConfiguration.image(List.of(80), apis);
    table = COMPILER.compile(RouteTable.empty(), image);
    Service service = image.services().get(WeirConfiguration.SERVICE);
    List<ReleasedApi> released =
        new ArrayList<>(service.released(Environment.RELEASE).orElseThrow().apis());
    ReleasedApi one = released.get(apis / 2);
    ApiDefinition old = one.definition();
    ApiDefinition changed =
        new ApiDefinition(old.name(), new Description("changed"), old.frontEnd(), old.backEnd());
    released.set(apis / 2, new ReleasedApi(one.id(), changed));
    change = new ApiChanged(one.id(), WeirConfiguration.SERVICE, changed);
    release = WeirConfiguration.release(released);
  }

  /** The image and the table after the change. */
  @Benchmark
  public RouteTable oneApiChangedAndReleased() {
    GatewayDelta delta = new GatewayDelta(image);
    delta.replay(REVISION, change);
    delta.replay(REVISION, release);
    return COMPILER.compile(table, delta.apply(), delta);
  }

  /** The whole history, from nothing. */
  @Benchmark
  public RouteTable allFromTheBeginning() {
    GatewayDelta delta = new GatewayDelta(GatewayImage.genesis(image.provenance().ledgerId()));
    for (var event : all) {
      delta.replay(REVISION, event);
    }
    return COMPILER.compile(RouteTable.empty(), delta.apply());
  }
}
