package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Revision;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.testing.event.EventMother;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What 50,000 released APIs on shared upstreams take of the heap, image and table together. */
class RouteHeapTest {
  private static final int SERVICES = 500;
  private static final int APIS = 100;
  private static final long BYTES_PER_ROUTE = 1_536;

  private ServiceId last = ServiceId.random();
  private long position;

  /** Every event comes as JSON, as a replica gets it. */
  private void replay(GatewayDelta delta, GatewayEvent event) {
    position++;
    delta.replay(
        new Revision(position, position, Instant.EPOCH),
        EventCodec.CURRENT.decode(EventTypes.nameOf(event), EventCodec.CURRENT.encode(event)));
  }

  private GatewayImage image() {
    GatewayDelta delta = new GatewayDelta(GatewayImage.genesis(UUID.randomUUID()));
    UpstreamId upstream = UpstreamId.random();
    InstanceId instance = InstanceId.random();
    for (int s = 0; s < SERVICES; s++) {
      ServiceCreated service = EventMother.service("service" + s, instance);
      replay(delta, service);
      ApiCreated[] apis = new ApiCreated[APIS];
      for (int a = 0; a < APIS; a++) {
        String path = "/v1/things" + a + "/{id}/details".substring(0, a % 2 == 0 ? 0 : 13);
        apis[a] = EventMother.api(service.id(), "api" + a, path, upstream);
        replay(delta, apis[a]);
      }
      replay(delta, EventMother.released(service.id(), Environment.RELEASE, apis));
      last = service.id();
    }
    return delta.apply();
  }

  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  @Test
  void aRouteTakesLessThanOneAndAHalfKibibytes() {
    image(); // whatever is made once and kept
    long before = used();
    GatewayImage image = image();
    RouteTable table = new RouteCompiler(null, 1, 1).compile(RouteTable.empty(), image);
    long perRoute = (used() - before) / (SERVICES * APIS);
    System.out.println("heap per route: " + perRoute + " bytes");
    assertThat(perRoute).isPositive().isLessThan(BYTES_PER_ROUTE);
    // both are still needed here, so neither was collected
    assertThat(image.services()).hasSize(SERVICES);
    assertThat(table.service(last).route(Environment.RELEASE, "/v1/things98", 0, Method.GET))
        .isNotNull();
  }
}
