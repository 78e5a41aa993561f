package io.weir.dataplane.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth.Failure;
import io.weir.dataplane.balance.NodePicker;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.ServiceRoutes;

/** The route table as JSON: what this node answers right now, and what it knows of its nodes. */
final class RouteView {
  private RouteView() {}

  static JsonNode of(RouteTable table) {
    ObjectNode view = Json.MAPPER.createObjectNode();
    view.put("position", table.position());
    ArrayNode services = view.putArray("services");
    table.services().forEach(service -> add(services.addObject(), service, table));
    ArrayNode upstreams = view.putArray("upstreams");
    table.upstreams().forEach(upstream -> add(upstreams.addObject(), upstream));
    return view;
  }

  private static void add(ObjectNode view, ServiceRoutes service, RouteTable table) {
    view.put("id", service.id().value());
    view.put("instanceId", service.instanceId().value());
    ArrayNode routes = view.putArray("routes");
    for (Route route : service.routes()) {
      UpstreamPool upstream = table.upstream(route);
      routes
          .addObject()
          .put("environment", route.environment().value())
          .put("method", route.method().name())
          .put("path", route.frontEndPath())
          .put("apiId", route.apiId().value())
          .put("upstreamId", route.upstreamId().value())
          .put("backEndPath", route.backEndPath())
          .put("timeoutMillis", route.timeoutMillis())
          .put("reachable", upstream != null && table.reaches(service, upstream));
    }
  }

  private static void add(ObjectNode view, UpstreamPool upstream) {
    view.put("id", upstream.id().value());
    view.put("vpcId", upstream.vpcId().value());
    view.put("retries", upstream.retries());
    ArrayNode nodes = view.putArray("nodes");
    NodePicker picker = upstream.picker();
    for (int i = 0; i < picker.nodes().size(); i++) {
      LiveNode node = picker.node(i);
      nodes
          .addObject()
          .put("node", node.authority())
          .put("weight", picker.weight(i))
          .put("health", node.health().state().name())
          .put("answers", node.health().answers())
          .put("tcpFailures", node.health().failures(Failure.TCP))
          .put("timeouts", node.health().failures(Failure.TIMEOUT))
          .put("consecutiveFailures", node.health().consecutiveFailures());
    }
  }
}
