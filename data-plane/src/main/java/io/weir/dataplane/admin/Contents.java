package io.weir.dataplane.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;

/** What the admin port has. */
final class Contents {
  private static final String PAGED = "; ?limit=1..1000&offset=0..";

  private Contents() {}

  static JsonNode list() {
    ObjectNode list = Json.MAPPER.createObjectNode();
    list.put("/health/live", "200 as long as the event loops of the traffic turn, else 503");
    list.put("/health/ready", "200 once traffic may come, else 503");
    list.put("/metrics", "metrics in Prometheus' text format or as OpenMetrics, by Accept");
    list.put("/replica", "this replica's copy of the configuration: state, position, lag");
    list.put("/routes", "what is answered; &service=ID" + PAGED);
    list.put("/upstreams", "upstreams, their nodes and what is known of them" + PAGED);
    list.put("/domains", "custom domains" + PAGED);
    list.put("/certificates", "certificates, when they expire and what is wrong with them");
    list.put("/traffic", "counts of the running minute and the one before, as they are reported");
    list.put("/requests", "the requests that were kept lately, the newest first");
    return list;
  }
}
