package io.weir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the time from sending a release until every replica serves it, against a running set-up.
 *
 * <p>Each round drafts one more API, releases the service, and asks all replicas for the new path,
 * one request after another each, until all answer 200. Every answer other than 404 before and 200
 * after is counted as wrong.
 *
 * <p>Usage: {@code PropagationBenchmark [--apis=N] [rounds] [management URL] [replica URL ...]};
 * 200 rounds against {@code ./weir up} by default, of a service that has N APIs before the first,
 * none by default. Prints milliseconds: p50, p90, p99, maximum.
 */
public final class PropagationBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String APIS = "--apis=";
  private static final int WRITERS = 8;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI management;
  private final List<URI> replicas;

  private PropagationBenchmark(URI management, List<URI> replicas) {
    this.management = management;
    this.replicas = replicas;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    boolean large = arguments.length > 0 && arguments[0].startsWith(APIS);
    int apis = large ? Integer.parseInt(arguments[0].substring(APIS.length())) : 0;
    String[] args = Arrays.copyOfRange(arguments, large ? 1 : 0, arguments.length);
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    URI management = URI.create(args.length > 1 ? args[1] : "http://localhost:8080");
    List<URI> replicas =
        args.length > 2
            ? Arrays.stream(args, 2, args.length).map(URI::create).toList()
            : List.of(URI.create("http://127.0.0.1:8000"), URI.create("http://127.0.0.1:8001"));
    new PropagationBenchmark(management, replicas).run(apis, rounds);
  }

  private void run(int apis, int rounds) throws Exception {
    HttpServer backend =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    backend.start();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      String service = prepare();
      String upstream = upstream(backend.getAddress().getPort());
      fill(threads, service, upstream, apis);
      List<Probe> probes = new ArrayList<>();
      for (URI replica : replicas) {
        probes.add(new Probe(replica, service + ".localhost"));
      }
      List<Round> done = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        done.add(round(threads, probes, service, upstream, round));
      }
      for (Probe probe : probes) {
        probe.close();
      }
      report("answered", done.stream().map(Round::answered).toList());
      report("served by all replicas", done.stream().map(Round::served).toList());
    } finally {
      backend.stop(0);
    }
  }

  private void fill(ExecutorService threads, String service, String upstream, int apis)
      throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int first = writer;
      writers.add(
          threads.submit(
              () -> {
                for (int api = first; api < apis; api += WRITERS) {
                  api(service, upstream, "there_" + api, "/there/" + api);
                }
                return null;
              }));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    if (apis > 0) {
      create("/v1/services/" + service + "/releases", "{\"environment\":\"release\"}");
      System.out.printf("%d APIs are released%n", apis);
    }
  }

  private void api(String service, String upstream, String name, String path) throws Exception {
    create(
        "/v1/services/" + service + "/apis",
        """
        {"name":"%s","frontEnd":{"path":"=%s","method":"GET"},
         "backEnd":{"type":"VPC_RESOURCES","connectionMode":"VPC_UPSTREAM","upstreamId":"%s","path":"/"}}\
        """
            .formatted(name, path, upstream));
  }

  private String vpc = "";

  private String prepare() throws Exception {
    String unique = Long.toString(System.currentTimeMillis(), 36);
    vpc = create("/v1/vpcs", "{\"name\":\"bench_%s\"}".formatted(unique));
    String instance =
        create("/v1/instances", "{\"name\":\"bench_%s\",\"vpcId\":\"%s\"}".formatted(unique, vpc));
    return create(
        "/v1/services",
        "{\"name\":\"bench_%s\",\"instanceId\":\"%s\"}".formatted(unique, instance));
  }

  private String upstream(int port) throws Exception {
    return create(
        "/v1/upstreams",
        "{\"vpcId\":\"%s\",\"protocol\":\"HTTP\",\"nodes\":[{\"address\":\"127.0.0.1\",\"port\":%d,\"weight\":1}]}"
            .formatted(vpc, port));
  }

  /** Milliseconds from sending the release. */
  private record Round(double answered, double served) {}

  private Round round(
      ExecutorService threads, List<Probe> probes, String service, String upstream, int round)
      throws Exception {
    String path = "/round/" + round;
    api(service, upstream, "round_" + round, path);
    for (Probe probe : probes) {
      probe.get("/release" + path);
    }
    long start = System.nanoTime();
    List<Future<Long>> served = new ArrayList<>();
    for (Probe probe : probes) {
      served.add(threads.submit(until200(probe, "/release" + path)));
    }
    create("/v1/services/" + service + "/releases", "{\"environment\":\"release\"}");
    long answered = System.nanoTime();
    long last = start;
    for (Future<Long> one : served) {
      last = Math.max(last, one.get());
    }
    return new Round((answered - start) / 1e6, (last - start) / 1e6);
  }

  private static Callable<Long> until200(Probe probe, String path) {
    return () -> {
      long deadline = System.nanoTime() + 30_000_000_000L;
      while (System.nanoTime() < deadline) {
        int status = probe.get(path);
        if (status == 200) {
          return System.nanoTime();
        }
        if (status != 404) {
          throw new IllegalStateException("answered " + status + " for " + path);
        }
        Thread.sleep(2);
      }
      throw new IllegalStateException(path + " is not served after 30 s");
    };
  }

  private String create(String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(management.resolve(path))
            .header("Content-Type", "application/json")
            .header("Weir-Actor", "benchmark")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    String key = System.getenv("WEIR_KEY");
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 201) {
      throw new IllegalStateException(
          "POST %s answered %d: %s".formatted(path, response.statusCode(), response.body()));
    }
    JsonNode id = JSON.readTree(response.body()).get("id");
    return id == null ? "" : id.asText();
  }

  private static void report(String what, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    System.out.printf(
        "release sent to %s, %d rounds: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        what, sorted.size(), at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(List<Double> sorted, double quantile) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(quantile * sorted.size()) - 1));
  }
}
