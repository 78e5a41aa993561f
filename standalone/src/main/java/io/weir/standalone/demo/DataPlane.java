package io.weir.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The data-plane nodes as callers of an API see them.
 *
 * @param traffic addresses of the nodes
 * @param admin addresses of their replicas, in the same order
 */
record DataPlane(List<URI> traffic, List<URI> admin, HttpClient http) {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(20);
  private static final long LOOK_EVERY_MILLIS = 5;
  private static final int CALLERS = 8;

  DataPlane(List<URI> traffic, List<URI> admin) {
    this(
        traffic,
        admin,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build());
  }

  int count() {
    return traffic.size();
  }

  /** One GET at one node, for the API host named. */
  Answer get(int node, String host, String path) throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<String> response = send(node, host, path);
    return Answer.of(response, System.nanoTime() - began);
  }

  /**
   * Sends requests over all nodes in turn, eight at a time, and counts who answered.
   *
   * @param after told the number of answers so far after each
   */
  Tally getMany(int requests, String host, String path, IntConsumer after) {
    Tally tally = new Tally();
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    Runnable caller =
        () -> {
          int request = sent.getAndIncrement();
          while (request < requests) {
            count(request % traffic.size(), host, path, tally);
            after.accept(answered.incrementAndGet());
            request = sent.getAndIncrement();
          }
        };
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.execute(caller);
      }
    }
    return tally;
  }

  /**
   * Returns the milliseconds until every node has applied the position.
   *
   * @throws TourFailedException when one has not after 20 s
   */
  long awaitPosition(long position) throws InterruptedException, TourFailedException {
    long began = System.nanoTime();
    for (URI node : admin) {
      URI replica = node.resolve("/replica");
      while (positionAt(replica) < position) {
        if (System.nanoTime() - began > CATCH_UP_LIMIT.toNanos()) {
          throw new TourFailedException(
              "%s has not applied position %d after %d s"
                  .formatted(node, position, CATCH_UP_LIMIT.toSeconds()));
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private long positionAt(URI replica) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(replica).timeout(TIMEOUT).build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return Answer.of(response, 0).body().path("position").asLong(-1);
    } catch (IOException notNow) {
      return -1;
    }
  }

  private void count(int node, String host, String path, Tally tally) {
    try {
      HttpResponse<String> response = send(node, host, path);
      if (response.statusCode() == 200) {
        tally.answered(response.headers().firstValue(Backend.NAME_HEADER).orElse("unnamed"));
      } else {
        tally.failed("status " + response.statusCode());
      }
    } catch (IOException e) {
      tally.failed(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      tally.failed("interrupted");
    }
  }

  private HttpResponse<String> send(int node, String host, String path)
      throws IOException, InterruptedException {
    // Host names below localhost are not resolved everywhere, so the node is called by its address.
    HttpRequest request =
        HttpRequest.newBuilder(traffic.get(node).resolve(path))
            .timeout(TIMEOUT)
            .header("Host", host)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
