package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.control.traffic.TrafficReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of the requests of one route.
 *
 * @param others whether it stands for all that were too many to be told one by one; it has no ids,
 *     as requests that no route took
 */
record RouteRow(
    boolean others,
    @Nullable String serviceId,
    @Nullable String environment,
    @Nullable String apiId,
    @Nullable String upstreamId,
    RequestTally tally)
    implements Row<RequestTally> {
  static RouteRow read(JsonNode node) {
    TrafficReader row = new TrafficReader(node);
    return new RouteRow(
        row.flag("others"),
        row.valueIfThere("serviceId", ServiceId::new),
        row.valueIfThere("environment", Environment::of),
        row.valueIfThere("apiId", ApiId::new),
        row.valueIfThere("upstreamId", UpstreamId::new),
        RequestTally.read(row));
  }

  /** One that stands for others. */
  static RouteRow ofOthers(List<RouteRow> rows) {
    return new RouteRow(true, null, null, null, null, Row.sum(rows, new RequestTally()));
  }
}
