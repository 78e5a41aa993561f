package io.weir.benchmarks.micro;

import io.weir.benchmarks.gateway.WeirConfiguration;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Revision;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
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

/**
 * One more object beside so many: whether it may be (its name, its front end), the fold, and the
 * check of what it brings.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CreateBenchmark {
  private static final Revision REVISION = new Revision(1, 1_000_000, Instant.EPOCH);
  private static final Name NAME = new Name("one_more");

  @Param({"1", "1000", "50000"})
  private int objects;

  private GatewayImage image = WeirConfiguration.image(List.of(80), 1);
  private UpstreamCreated upstream = upstream(image, 0, NAME);
  private ApiCreated api = api(image);

  /** The image before: so many upstreams, and as many APIs in one service. */
  @Setup
  public void before() {
    List<GatewayEvent> all = new ArrayList<>(WeirConfiguration.events(List.of(80), objects));
    for (int i = 1; i < objects; i++) {
      all.add(upstream(image, i, new Name("upstream_" + i)));
    }
    GatewayDelta delta = new GatewayDelta(GatewayImage.genesis(image.provenance().ledgerId()));
    all.forEach(event -> delta.replay(REVISION, event));
    upstream = upstream(image, objects, NAME);
    image = delta.apply();
    if (image.upstreamNamed(NAME) != null) {
      throw new IllegalStateException("the name is taken");
    }
  }

  private static UpstreamCreated upstream(GatewayImage image, int number, Name name) {
    Upstream like = image.upstreams().values().iterator().next();
    UpstreamSettings settings = like.settings();
    return new UpstreamCreated(
        new UpstreamId("upstream-1%07d".formatted(number)),
        new UpstreamSettings(
            name,
            settings.vpcId(),
            settings.description(),
            settings.algorithm(),
            settings.protocol(),
            null,
            settings.retries()),
        like.nodes());
  }

  private static ApiCreated api(GatewayImage image) {
    ApiDefinition like =
        image.services().values().iterator().next().apis().values().iterator().next().definition();
    return new ApiCreated(
        new ApiId("api-zzzzzzzz"),
        WeirConfiguration.SERVICE,
        new ApiDefinition(
            NAME,
            like.description(),
            new FrontEnd(new FrontPath("/one/more"), Method.GET),
            like.backEnd()));
  }

  /** The image with one more upstream. */
  @Benchmark
  public GatewayImage oneMoreUpstream() {
    boolean may =
        image.upstreamNamed(NAME) == null && image.vpcs().containsKey(upstream.settings().vpcId());
    return after(may, upstream);
  }

  /** The image with one more API of the service. */
  @Benchmark
  public GatewayImage oneMoreApi() {
    boolean may =
        image.apiNamed(WeirConfiguration.SERVICE, NAME) == null
            && image.apisAt(WeirConfiguration.SERVICE, api.definition().frontEnd()).isEmpty();
    return after(may, api);
  }

  private GatewayImage after(boolean may, GatewayEvent event) {
    GatewayDelta delta = new GatewayDelta(image);
    delta.replay(REVISION, event);
    if (!may || !delta.check().isEmpty()) {
      throw new IllegalStateException(event + " may not be");
    }
    return delta.apply();
  }
}
