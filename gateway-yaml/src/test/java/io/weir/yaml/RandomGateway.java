package io.weir.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.Range;
import io.weir.contracts.value.UpstreamLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Configurations that are right, each written in some of the ways there are. */
final class RandomGateway {
  private static final List<String> NAMES =
      List.of("a", "Edge_1", "no", "007", "1e3", "true", "x".repeat(50), "on_2", "0x1F");

  private final Random random;
  private final boolean whole;
  private int ids;

  private RandomGateway(Random random, boolean whole) {
    this.random = random;
    this.whole = whole;
  }

  static ObjectNode of(long seed) {
    return new RandomGateway(new Random(seed), false).gateway();
  }

  /** One in which every field of every object is written. */
  static ObjectNode whole() {
    return new RandomGateway(new Random(1), true).gateway();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private int in(Range range) {
    return chance(40)
        ? one(List.of(range.least(), range.most()))
        : random.nextInt(range.least(), range.most() + 1);
  }

  private List<String> names(int least) {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    return names.subList(0, least + random.nextInt(whole ? 1 : 3));
  }

  private static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }

  private static <T> JsonNode json(T value) {
    return Json.MAPPER.valueToTree(value);
  }

  /** A field that need not be written, or is left empty. */
  private void may(ObjectNode object, String field, Supplier<?> value) {
    if (whole || chance(50)) {
      object.set(field, !whole && chance(10) ? NullNode.instance : json(value.get()));
    }
  }

  private void limits(ObjectNode object, Range range, String... fields) {
    for (String field : fields) {
      may(object, field, () -> in(range));
    }
  }

  private ObjectNode object(String prefix) {
    ObjectNode object = object();
    may(object, "id", () -> "%s-%08d".formatted(prefix, ids++));
    may(object, "description", () -> one(List.of("", "Grüße, 上游", "a: b # c\nd")));
    return object;
  }

  private ObjectNode gateway() {
    List<String> vpcs = names(2);
    List<String> instances = names(1);
    List<String> upstreams = names(1);
    ObjectNode gateway = object();
    if (!whole && chance(30)) {
      gateway.set("vpcs", json(vpcs));
    } else {
      vpcs.forEach(name -> gateway.withObject("/vpcs").set(name, object("vpc")));
    }
    names(1).forEach(name -> gateway.withObject("/networks").set(name, network(vpcs)));
    for (String name : instances) {
      gateway.withObject("/instances").set(name, object("instance").put("vpc", one(vpcs)));
    }
    upstreams.forEach(name -> gateway.withObject("/upstreams").set(name, upstream(vpcs)));
    for (String name : names(1)) {
      gateway.withObject("/services").set(name, service(name, instances, upstreams));
    }
    return gateway;
  }

  private JsonNode network(List<String> vpcs) {
    if (!whole && chance(40)) {
      return json(vpcs);
    }
    ObjectNode network = object("ccn");
    may(network, "vpcs", () -> vpcs);
    return network;
  }

  private ObjectNode upstream(List<String> vpcs) {
    ObjectNode upstream = object("upstream").put("vpc", one(vpcs));
    boolean https = whole || chance(40);
    upstream.put("protocol", https ? "HTTPS" : "HTTP");
    may(upstream, "algorithm", () -> "WEIGHTED_ROUND_ROBIN");
    may(upstream, "hostHeader", () -> one(List.of("a.b", "10.0.0.1:80", "[::1]:8443")));
    limits(upstream, new Range(1, 100), "retries");
    may(upstream, "retryOn", this::retryOn);
    may(upstream, "httpVersion", () -> one(List.of("HTTP_1_1", "HTTP_2")));
    may(upstream, "healthChecker", this::healthChecker);
    limits(upstream, new Range(0, 900), "slowStartSeconds");
    may(upstream, "limits", this::upstreamLimits);
    if (https) {
      may(upstream, "tls", this::tls);
    }
    ArrayNode nodes = upstream.withArray("/nodes");
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      String address = one(List.of("node.internal", "10.0.0.1", "::1"));
      if (i > 0 && chance(50)) {
        nodes.add((address.contains(":") ? "[" + address + "]" : address) + ":" + (8000 + i));
      } else {
        ObjectNode node = nodes.addObject().put("address", address).put("port", 8000 + i);
        limits(node, new Range(0, 100), "weight");
        may(node, "draining", random::nextBoolean);
      }
    }
    return upstream;
  }

  private ObjectNode retryOn() {
    ObjectNode retryOn = object();
    may(retryOn, "statuses", () -> one(List.of(List.of(), List.of(429), List.of(504, 502, 503))));
    may(retryOn, "nonIdempotent", random::nextBoolean);
    return retryOn;
  }

  private ObjectNode healthChecker() {
    ObjectNode checker = object();
    may(checker, "enableActiveCheck", random::nextBoolean);
    may(checker, "enablePassiveCheck", () -> false);
    may(checker, "healthyHttpStatus", () -> one(List.of("200", "200-299,301")));
    may(checker, "unhealthyHttpStatus", () -> one(List.of("500-599", "429,502")));
    limits(
        checker,
        HealthChecker.THRESHOLD,
        "tcpFailureThreshold",
        "timeoutThreshold",
        "httpFailureThreshold");
    may(checker, "activeCheckHttpPath", () -> one(List.of("/", "/health?deep=1")));
    limits(checker, HealthChecker.CHECK_TIMEOUT, "activeCheckTimeout");
    limits(checker, HealthChecker.CHECK_INTERVAL, "activeCheckInterval");
    limits(checker, HealthChecker.UNHEALTHY_TIMEOUT, "unhealthyTimeout");
    limits(checker, HealthChecker.PANIC_THRESHOLD, "panicThreshold");
    return checker;
  }

  private ObjectNode upstreamLimits() {
    ObjectNode limits = object();
    limits(
        limits, UpstreamLimits.RANGE, "maxConnectionsPerNode", "maxRequestsPerNode", "maxRequests");
    return limits;
  }

  private ObjectNode tls() {
    ObjectNode tls = object();
    may(tls, "verify", random::nextBoolean);
    may(tls, "serverName", () -> "node.internal");
    may(tls, "caCertificate", () -> "internal-ca");
    may(tls, "clientCertificate", () -> "weir.1");
    return tls;
  }

  private ObjectNode service(String name, List<String> instances, List<String> upstreams) {
    ObjectNode service = object("service").put("instance", one(instances));
    names(1).forEach(api -> service.withObject("/apis").set(api, api(api, upstreams)));
    may(service, "release", () -> one(List.of(List.of(), List.of("test", "release"))));
    String environment = one(List.of("release", "prepub", "test"));
    String domain = name.replace('_', '-').toLowerCase(Locale.ROOT) + ".example.com";
    if (!whole && chance(30)) {
      service.withObject("/domains").put(domain, environment);
    } else if (whole || chance(30)) {
      ObjectNode settings = object().put("environment", environment);
      may(settings, "certificate", () -> "shop");
      service.withObject("/domains").set(domain, settings);
    }
    return service;
  }

  /** Its name is in its path: no two of a service are alike. */
  private ObjectNode api(String name, List<String> upstreams) {
    ObjectNode api = object("api").put("upstream", one(upstreams));
    String method = one(List.of("", "GET ", "HEAD   ", "ANY "));
    api.put("front", method + one(List.of("/" + name + "/{id}", "/" + name, "=/" + name)));
    may(api, "back", () -> one(List.of("/", "/v1//b%2F", "POST /", "GET /" + name)));
    limits(api, new Range(1, 1_800_000), "timeoutMillis");
    return api;
  }
}
