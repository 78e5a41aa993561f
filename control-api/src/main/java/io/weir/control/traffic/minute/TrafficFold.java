package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.control.traffic.ObjectNames;
import io.weir.control.traffic.RouteFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums of what replicas counted, in every way in which they are told. Not thread-safe. */
final class TrafficFold {
  private static final int MOST = 100;
  private static final int MOST_NODES = 200;

  private static final Comparator<@Nullable String> TEXTS =
      Comparator.nullsLast(Comparator.naturalOrder());

  /** An API in an environment; nulls are of requests that no route took. */
  private record ApiKey(
      @Nullable String serviceId, @Nullable String environment, @Nullable String apiId) {
    private static final Comparator<ApiKey> ORDER =
        Comparator.comparing(ApiKey::serviceId, TEXTS)
            .thenComparing(ApiKey::environment, TEXTS)
            .thenComparing(ApiKey::apiId, TEXTS);
  }

  private record NodeKey(@Nullable String upstreamId, @Nullable String node) {
    private static final Comparator<NodeKey> ORDER =
        Comparator.comparing(NodeKey::upstreamId, TEXTS).thenComparing(NodeKey::node, TEXTS);
  }

  private final RouteFilter filter;
  private final Instant first;
  private final RequestTally totals = new RequestTally();
  private final List<RequestTally> minutes = new ArrayList<>();
  private final Groups<ApiKey, RequestTally> apis = new Groups<>(new RequestTally());
  private final Groups<String, RequestTally> upstreams = new Groups<>(new RequestTally());
  private final Groups<String, RequestTally> replicas = new Groups<>(new RequestTally());
  private final Groups<NodeKey, AttemptTally> nodes = new Groups<>(new AttemptTally());

  /** Upstreams that requests went to that the filter takes. */
  private final Set<String> asked = new HashSet<>();

  private TrafficFold(RouteFilter filter, Instant first, int minutes) {
    this.filter = filter;
    this.first = first;
    for (int i = 0; i < minutes; i++) {
      this.minutes.add(new RequestTally());
    }
  }

  /** Of records that are not before a minute; those after so many minutes do not count. */
  static TrafficFold of(
      List<MinuteRecord> records, RouteFilter filter, Instant first, int minutes) {
    TrafficFold fold = new TrafficFold(filter, first, minutes);
    Instant end = first.plus(Duration.ofMinutes(minutes));
    List<MinuteRecord> counted =
        records.stream()
            .filter(record -> record.minute().isBefore(end))
            .filter(record -> filter.hasReplica(record.replicaId()))
            .toList();
    counted.forEach(fold::requests);
    counted.forEach(fold::attempts);
    return fold;
  }

  private void requests(MinuteRecord record) {
    RequestTally minute = minutes.get((int) Duration.between(first, record.minute()).toMinutes());
    for (RouteRow row : record.rows()) {
      if (filter.hasRoute(row.serviceId(), row.environment(), row.apiId(), row.upstreamId())) {
        totals.add(row.tally());
        minute.add(row.tally());
        replicas.add(record.replicaId(), row.tally());
        if (row.others()) {
          apis.addOther(row.tally());
          upstreams.addOther(row.tally());
        } else {
          apis.add(new ApiKey(row.serviceId(), row.environment(), row.apiId()), row.tally());
          if (row.upstreamId() != null) {
            upstreams.add(row.upstreamId(), row.tally());
            asked.add(row.upstreamId());
          }
        }
      }
    }
  }

  /** Nobody counts attempts by route: they are those of the upstreams. */
  private void attempts(MinuteRecord record) {
    for (NodeRow row : record.nodes()) {
      String upstream = row.upstreamId();
      boolean taken =
          filter.narrowsRoutes()
              ? upstream != null && asked.contains(upstream)
              : filter.upstreamId() == null || filter.upstreamId().equals(upstream);
      if (taken && row.others()) {
        nodes.addOther(row.tally());
      } else if (taken) {
        nodes.add(new NodeKey(upstream, row.node()), row.tally());
      }
    }
  }

  /** As it is answered; once. */
  ObjectNode write(Instant now, ObjectNames names) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.put("from", first.toString()).put("to", now.toString());
    totals.write(answer.putObject("totals"));
    ArrayNode series = answer.putArray("minutes");
    for (int i = 0; i < minutes.size(); i++) {
      ObjectNode minute =
          series.addObject().put("at", first.plus(Duration.ofMinutes(i)).toString());
      minutes.get(i).write(minute);
    }
    apis.write(answer.putArray("apis"), MOST, ApiKey.ORDER, (one, key) -> api(one, key, names));
    upstreams.write(
        answer.putArray("upstreams"),
        MOST,
        Comparator.naturalOrder(),
        (one, id) -> {
          text(one, "upstreamId", id);
          text(one, "name", names.upstream(id));
        });
    nodes.write(
        answer.putArray("nodes"),
        MOST_NODES,
        NodeKey.ORDER,
        (one, key) -> {
          text(one, "upstreamId", key.upstreamId());
          text(one, "node", key.node());
        });
    replicas.write(
        answer.putArray("replicas"),
        MOST,
        Comparator.naturalOrder(),
        (one, id) -> text(one, "replicaId", id));
    return answer;
  }

  private static void api(ObjectNode one, ApiKey key, ObjectNames names) {
    text(one, "serviceId", key.serviceId());
    text(one, "serviceName", names.service(key.serviceId()));
    text(one, "environment", key.environment());
    text(one, "apiId", key.apiId());
    text(one, "apiName", names.api(key.serviceId(), key.environment(), key.apiId()));
  }

  private static void text(ObjectNode one, String member, @Nullable String text) {
    if (text != null) {
      one.put(member, text);
    }
  }
}
