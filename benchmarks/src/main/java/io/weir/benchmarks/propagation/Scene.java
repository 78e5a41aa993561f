package io.weir.benchmarks.propagation;

import io.weir.benchmarks.MeasuredWeir;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A service of its own in a Weir that runs, with one upstream of one node, which answers with the
 * Host header that it got.
 */
final class Scene implements AutoCloseable {
  private static final int WRITERS = 8;

  private final HttpClient client = HttpClient.newHttpClient();
  private final MeasuredWeir weir;
  private final HostNode node;
  private final String upstream;
  private final String service;

  /** Makes it by REST; {@code WEIR_KEY} is shown if there is one. */
  Scene(MeasuredWeir weir) throws IOException, InterruptedException {
    this.weir = weir;
    node = new HostNode();
    String name = "bench_" + Long.toString(System.currentTimeMillis(), 36);
    String vpc = create("/v1/vpcs", "{\"name\":\"%s\"}".formatted(name));
    String instance =
        create("/v1/instances", "{\"name\":\"%s\",\"vpcId\":\"%s\"}".formatted(name, vpc));
    upstream =
        create(
            "/v1/upstreams",
            "{\"vpcId\":\"%s\",\"protocol\":\"HTTP\",\"nodes\":[{\"address\":\"127.0.0.1\",\"port\":%d,\"weight\":1}]}"
                .formatted(vpc, node.port()));
    service =
        create("/v1/services", "{\"name\":\"%s\",\"instanceId\":\"%s\"}".formatted(name, instance));
  }

  /** The host that requests to the service are for. */
  String host() {
    return service + ".localhost";
  }

  /** Drafts an API of one path, answered by the upstream's node. */
  void draft(String name, String path) throws IOException, InterruptedException {
    send(
        "POST",
        "/v1/services/" + service + "/apis",
        """
        {"name":"%s","frontEnd":{"path":"=%s","method":"GET"},
         "backEnd":{"type":"VPC_RESOURCES","connectionMode":"VPC_UPSTREAM","upstreamId":"%s","path":"/"}}\
        """
            .formatted(name, path, upstream));
  }

  /** Releases all drafts into the environment {@code release}. */
  void release() throws IOException, InterruptedException {
    send("POST", "/v1/services/" + service + "/releases", "{\"environment\":\"release\"}");
  }

  /** Has the node be asked for another host. */
  void changeHost(String host) throws IOException, InterruptedException {
    send("PATCH", "/v1/upstreams/" + upstream, "{\"hostHeader\":\"%s\"}".formatted(host));
  }

  /** Drafts APIs that nobody asks for, by several writers, and releases them. */
  void fill(int apis) throws Exception {
    if (apis == 0) {
      return;
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> drafts = new ArrayList<>();
      for (int i = 0; i < apis; i++) {
        String name = "there_" + i;
        drafts.add(
            threads.submit(
                () -> {
                  draft(name, "/there/" + name);
                  return null;
                }));
      }
      for (Future<?> each : drafts) {
        each.get();
      }
    }
    release();
    System.out.printf("%d APIs are released%n", apis);
  }

  /** The id of what is made; throws if it was not. */
  private String create(String path, String body) throws IOException, InterruptedException {
    String location = send("POST", path, body).firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** Sends a write, of whose answer no body is read if it was done; throws if it was not. */
  private HttpHeaders send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        weir.request(path)
            .header(
                "Content-Type",
                "application/" + (method.equals("PATCH") ? "merge-patch+json" : "json"))
            .header("Weir-Actor", "benchmark")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response =
        client.send(
            request,
            answer ->
                isDone(answer.statusCode())
                    ? HttpResponse.BodySubscribers.replacing("")
                    : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8));
    if (!isDone(response.statusCode())) {
      throw new IllegalStateException(
          "%s %s answered %d: %s".formatted(method, path, response.statusCode(), response.body()));
    }
    return response.headers();
  }

  private static boolean isDone(int status) {
    return status / 100 == 2;
  }

  @Override
  public void close() throws IOException {
    node.close();
  }
}
