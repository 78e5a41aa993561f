package io.weir.benchmarks.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.benchmarks.load.Measured;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Results as a table to read and as JSON to keep. */
final class Report {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String REFERENCE = "nginx";

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode cases;

  Report(Plan plan, String closedLoad, List<Gateway> gateways) {
    root.put("startedAt", Instant.now().toString());
    Machine.describe().forEach(root.putObject("machine")::put);
    root.put("closedLoad", closedLoad);
    root.set("plan", JSON.valueToTree(plan));
    ObjectNode versions = root.putObject("versions");
    gateways.forEach(gateway -> versions.put(gateway.name(), gateway.version()));
    cases = root.putArray("cases");
  }

  /** The versions, as lines. */
  String versions() {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> each :
        root.get("versions").properties()) {
      lines.append("  %-8s %s%n".formatted(each.getKey(), each.getValue().asText()));
    }
    return lines.toString();
  }

  /** Adds a case and gives its table. */
  String add(Case of, List<Result> results) {
    ObjectNode json = cases.addObject();
    json.put("name", of.name());
    json.put("description", of.description());
    ArrayNode all = json.putArray("results");
    results.forEach(result -> all.add(json(result)));
    return table(of, results);
  }

  private static ObjectNode json(Result result) {
    ObjectNode json = JSON.createObjectNode();
    json.put("gateway", result.gateway);
    if (result.leftOut != null) {
      return json.put("leftOut", result.leftOut);
    }
    json.put("perSecond", result.perSecond());
    json.put("cpuMicrosPerRequest", result.cpuMicros());
    json.put("errors", result.errors());
    if (!result.open.isEmpty()) {
      json.put("rate", result.latency(Measured::rate));
      json.put("p50Micros", result.latency(Measured::p50));
      json.put("p99Micros", result.latency(Measured::p99));
      json.put("p999Micros", result.latency(Measured::p999));
    }
    json.set("closedRuns", JSON.valueToTree(result.closed));
    json.set("openRuns", JSON.valueToTree(result.open));
    json.set("command", JSON.valueToTree(result.command));
    return json;
  }

  private static String table(Case of, List<Result> results) {
    Result reference =
        results.stream()
            .filter(result -> result.gateway.equals(REFERENCE) && result.leftOut == null)
            .findFirst()
            .orElse(null);
    StringBuilder table = new StringBuilder("%n%s: %s%n".formatted(of.name(), of.description()));
    table.append(
        "%-8s %11s %6s %9s %6s %10s %8s %8s %8s %6s %7s%n"
            .formatted(
                "",
                "requests/s",
                "x",
                "CPU us",
                "x",
                "at rate/s",
                "p50 us",
                "p99 us",
                "p99.9 us",
                "x p99",
                "errors"));
    for (Result result : results) {
      if (result.leftOut != null) {
        table.append("%-8s left out: %s%n".formatted(result.gateway, result.leftOut));
        continue;
      }
      table.append(
          "%-8s %,11.0f %6s %9.1f %6s %10s %8s %8s %8s %6s %7d%n"
              .formatted(
                  result.gateway,
                  result.perSecond(),
                  ratio(result.perSecond(), reference == null ? 0 : reference.perSecond()),
                  result.cpuMicros(),
                  ratio(result.cpuMicros(), reference == null ? 0 : reference.cpuMicros()),
                  number(result.latency(Measured::rate)),
                  number(result.latency(Measured::p50)),
                  number(result.latency(Measured::p99)),
                  number(result.latency(Measured::p999)),
                  ratio(
                      result.latency(Measured::p99),
                      reference == null ? 0 : reference.latency(Measured::p99)),
                  result.errors()));
    }
    return table.toString();
  }

  private static String ratio(double value, double reference) {
    return reference > 0 && value > 0 ? "%.2f".formatted(value / reference) : "-";
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : "%,.0f".formatted(value);
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), root);
  }
}
