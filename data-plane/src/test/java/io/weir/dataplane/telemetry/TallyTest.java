package io.weir.dataplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.value.Environment;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.exchange.Destination;
import io.weir.dataplane.exchange.Finished;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.Routes;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.SampleGateway;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the number of routes, rows are few and all requests are in one. */
class TallyTest {
  private final List<Route> routes;
  private final UpstreamPool pool;
  private final TrafficMinute minute = new TrafficMinute(Instant.EPOCH);

  TallyTest() {
    SampleGateway sample = SampleGateway.withNodes(EventMother.node(1, 1));
    FakeLedger ledger = sample.ledger();
    ApiCreated[] apis = new ApiCreated[TrafficMinute.MOST_ROWS + 10];
    for (int i = 0; i < apis.length; i++) {
      apis[i] = EventMother.api(sample.service().id(), "api" + i, "/" + i, sample.upstream().id());
    }
    ledger.append(apis);
    ledger.append(EventMother.released(sample.service().id(), Environment.RELEASE, apis));
    Routes compiled = new Routes(new RouteCompiler(null, 0, 1));
    compiled.publish(ledger.image());
    RouteTable table = compiled.current();
    routes = table.services().iterator().next().routes();
    pool = table.upstreams().getFirst();
  }

  private Finished finished(Route route) {
    RequestHead head =
        new RequestHead(Version.HTTP_1_1, "GET", "/", null, new Headers(), 0, false, null);
    Destination to = new Destination(route, pool, true, "GET", "/");
    return new Finished(
        head,
        new ClientPeer("::1", false),
        null,
        "id",
        1,
        to,
        200,
        null,
        0,
        0,
        1,
        List.of(),
        null,
        0,
        0,
        0,
        10);
  }

  private JsonNode rows() {
    ObjectNode record = Json.MAPPER.createObjectNode();
    minute.tell(record);
    return record.path("rows");
  }

  private static long requests(JsonNode rows) {
    long sum = 0;
    for (JsonNode row : rows) {
      sum += row.path("requests").asLong();
    }
    return sum;
  }

  @Test
  void routesBeyondTheFirstAreCountedTogetherUntilOthersHaveNoTraffic() {
    Tally tally = new Tally(3);
    for (int i = 0; i < 5; i++) {
      tally.count(finished(routes.get(i)));
      tally.count(finished(routes.get(i)));
    }
    tally.emptyInto(minute);
    assertThat(rows()).hasSize(4);
    assertThat(rows().get(3).path("others").asBoolean()).isTrue();
    assertThat(rows().get(3).path("requests").asLong()).isEqualTo(4);
    assertThat(rows().get(3).path("retries").asLong()).isEqualTo(4);
    // those of the first time are still there, and have no traffic
    tally.count(finished(routes.get(3)));
    tally.emptyInto(minute);
    tally.count(finished(routes.get(3)));
    tally.emptyInto(minute);
    assertThat(rows()).hasSize(5);
    assertThat(requests(rows())).isEqualTo(12);
  }

  @Test
  void theSmallestOfTooManyRowsAreToldTogether() {
    Tally tally = new Tally();
    for (int i = 0; i < routes.size(); i++) {
      for (int times = 0; times < (i < 10 ? 1 : 2); times++) {
        tally.count(finished(routes.get(i)));
      }
    }
    tally.emptyInto(minute);
    JsonNode rows = rows();
    assertThat(rows).hasSize(TrafficMinute.MOST_ROWS + 1);
    assertThat(rows.get(TrafficMinute.MOST_ROWS).path("others").asBoolean()).isTrue();
    assertThat(rows.get(TrafficMinute.MOST_ROWS).path("requests").asLong()).isEqualTo(10);
    assertThat(requests(rows)).isEqualTo(2L * routes.size() - 10);
    assertThat(minute.isNews()).isFalse();
    tally.emptyInto(minute);
    assertThat(minute.isNews()).as("nothing was counted since").isFalse();
  }
}
