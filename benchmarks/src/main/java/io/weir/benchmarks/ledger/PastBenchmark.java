package io.weir.benchmarks.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.benchmarks.MeasuredWeir;
import io.weir.benchmarks.Quantiles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures what reads of the past cost a running set-up with a long ledger: one request after
 * another, each of a position that nobody asked for before, unless it says otherwise.
 */
@Command(
    name = "PastBenchmark",
    description = "What reads of the past cost a running Weir; an API key in WEIR_KEY.")
public final class PastBenchmark implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WARM_UP = 20;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this.")
  private boolean help;

  @Option(
      names = "--rounds",
      defaultValue = "200",
      description = "How many requests of each kind are measured (default: 200).")
  private int rounds;

  @Mixin private MeasuredWeir weir = new MeasuredWeir();

  private final Random random = new Random(1);
  private final Map<String, List<Double>> times = new LinkedHashMap<>();

  /** Runs it. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new PastBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    HttpResponse<String> services = get("/v1/services?limit=100");
    long head = services.headers().firstValueAsLong("Weir-Position").orElseThrow();
    List<String> ids = new ArrayList<>();
    for (JsonNode service : JSON.readTree(services.body()).get("items")) {
      ids.add(service.get("id").textValue());
    }
    for (int round = -WARM_UP; round < rounds; round++) {
      String id = ids.get(random.nextInt(ids.size()));
      // everything is there after the first tenth
      long at = head / 10 + random.nextLong(head - head / 10);
      time("object, a moment not asked for before", round, "/v1/services/" + id + "?at=" + at);
      time("object, the same moment again", round, "/v1/services/" + id + "?at=" + at);
      time("list of 100, the same moment", round, apis(id, at));
      long other = head / 10 + random.nextLong(head - head / 10);
      time("list of 100, a moment not asked for before", round, apis(id, other));
      time("list of all upstreams", round, "/v1/upstreams?limit=100&at=" + other);
      time("list of now", round, "/v1/services/" + id + "/apis?limit=100");
      time("page of the history", round, "/v1/events?limit=100&before=" + other);
      time("page of one object's history", round, "/v1/services/" + id + "/history?limit=100");
      time(
          "proof that an event is in the ledger",
          round,
          "/v1/ledger/proof/inclusion?position=" + other);
    }
    times.forEach((what, all) -> System.out.printf("%-45s %s%n", what, Quantiles.of(all)));
    return 0;
  }

  private static String apis(String service, long at) {
    return "/v1/services/" + service + "/apis?limit=100&sort=name&at=" + at;
  }

  private void time(String what, int round, String path) throws Exception {
    long start = System.nanoTime();
    get(path);
    if (round >= 0) {
      times.computeIfAbsent(what, w -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(weir.request(path).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "GET %s answered %d: %s".formatted(path, response.statusCode(), response.body()));
    }
    return response;
  }
}
