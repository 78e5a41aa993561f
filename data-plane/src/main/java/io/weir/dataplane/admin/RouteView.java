package io.weir.dataplane.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.ServiceRoutes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The route table as JSON, a page at a time: what this replica answers right now. */
final class RouteView {
  private RouteView() {}

  /** Routes, by service, environment and the order of the release. */
  static JsonNode routes(RouteTable table, Page page) {
    List<ServiceRoutes> services = new ArrayList<>(table.services());
    services.removeIf(one -> page.service() != null && !one.id().value().equals(page.service()));
    services.sort(Comparator.comparing(ServiceRoutes::id));
    ArrayNode items = Json.MAPPER.createArrayNode();
    int total = 0;
    for (ServiceRoutes service : services) {
      for (Route route : service.routes()) {
        if (total >= page.offset() && items.size() < page.limit()) {
          add(items.addObject(), service, route, table);
        }
        total++;
      }
    }
    return view(table, total, items);
  }

  private static void add(ObjectNode view, ServiceRoutes service, Route route, RouteTable table) {
    UpstreamPool upstream = table.upstream(route);
    view.put("serviceId", service.id().value())
        .put("instanceId", service.instanceId().value())
        .put("environment", route.environment().value())
        .put("method", route.method().name())
        .put("path", route.frontEndPath())
        .put("apiId", route.apiId().value())
        .put("upstreamId", route.upstreamId().value())
        .put("backEndPath", route.backEndPath())
        .put("timeoutMillis", route.timeoutMillis())
        .put("reachable", upstream != null && table.reaches(service, upstream));
  }

  static ObjectNode view(RouteTable table, int total, ArrayNode items) {
    ObjectNode view = Json.MAPPER.createObjectNode();
    view.put("position", table.position()).put("total", total).set("items", items);
    return view;
  }
}
