package io.weir.standalone.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Builds the API through REST, under names that no earlier tour has used. */
final class Mounting {

  private final ManagementApi api;
  private final Narrator narrator;
  private final String suffix = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  Mounting(ManagementApi api, Narrator narrator) {
    this.api = api;
    this.narrator = narrator;
  }

  /** Everything but the link between the two networks. */
  Mounted mount(List<Backends.Running> servers)
      throws IOException, InterruptedException, TourFailedException {
    narrator.step("Two private networks, and a gateway instance in the first");
    String edgeVpc = api.post("/v1/vpcs", Map.of("name", name("edge"))).id();
    String ordersVpc = api.post("/v1/vpcs", Map.of("name", name("orders"))).id();
    String network = api.post("/v1/cloud-connect-networks", Map.of("name", name("backbone"))).id();
    String instance =
        api.post("/v1/instances", Map.of("name", name("gateway"), "vpcId", edgeVpc)).id();

    narrator.step("A weighted upstream in the second network");
    String upstream = api.post("/v1/upstreams", upstream(ordersVpc, servers)).id();

    narrator.step("An API on that instance that forwards to it, released");
    String service =
        api.post("/v1/services", Map.of("name", name("shop"), "instanceId", instance)).id();
    String apiName = name("hello");
    Answer created = api.post("/v1/services/" + service + "/apis", helloApi(apiName, upstream));
    narrator.say("reachability: " + created.body().path("reachability").path("status").asText());
    api.post(
        "/v1/services/" + service + "/releases",
        Map.of("environment", "release", "description", "first release of the tour"));
    return new Mounted(
        instance, edgeVpc, ordersVpc, network, upstream, service, created.id(), apiName);
  }

  /** Joins the two networks; nothing else is touched. */
  void link(Mounted mounted) throws IOException, InterruptedException, TourFailedException {
    String links = "/v1/cloud-connect-networks/" + mounted.network() + "/links/";
    api.put(links + mounted.edgeVpc());
    api.put(links + mounted.ordersVpc());
  }

  private Map<String, Object> upstream(String vpc, List<Backends.Running> servers) {
    return Map.of(
        "name",
        name("pool"),
        "vpcId",
        vpc,
        "description",
        "three back ends of the tour",
        "protocol",
        "HTTP",
        "retries",
        5,
        "nodes",
        servers.stream().map(Mounting::node).toList());
  }

  private static Map<String, Object> node(Backends.Running server) {
    return Map.of("address", Backends.HOST, "port", server.port(), "weight", server.weight());
  }

  private static Map<String, Object> helloApi(String name, String upstream) {
    return Map.of(
        "name",
        name,
        "frontEnd",
        Map.of("path", "/hello", "method", "GET"),
        "backEnd",
        Map.of(
            "type",
            "VPC_RESOURCES",
            "connectionMode",
            "VPC_UPSTREAM",
            "upstreamId",
            upstream,
            "path",
            "/hello"));
  }

  private String name(String what) {
    return "demo_" + what + "_" + suffix;
  }
}
