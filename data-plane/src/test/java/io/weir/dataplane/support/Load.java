package io.weir.dataplane.support;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that ask for the same thing again and again until they are closed, each on a connection
 * that it keeps for as long as it may, and remember what went wrong.
 */
public final class Load implements AutoCloseable {
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger served = new AtomicInteger();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean over;

  /** What one client does once. */
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  private Load() {}

  /** Over HTTP/1.1; a client that is told that its connection ends makes another. */
  public static Load http1(Gateway gateway, int clients) {
    Load load = new Load();
    for (int i = 0; i < clients; i++) {
      load.start(load.http1(gateway));
    }
    return load;
  }

  /** Over HTTP/2, all on one connection. */
  public static Load http2(Gateway gateway, int clients) {
    Load load = new Load();
    Vertx vertx = Vertx.vertx();
    HttpClientAgent agent =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false),
            new PoolOptions().setHttp2MaxSize(1));
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost("127.0.0.1")
            .setPort(gateway.port())
            .setURI("/release/pets");
    HostAndPort authority =
        HostAndPort.authority(gateway.host().replaceAll(":.*", ""), gateway.port());
    for (int i = 0; i < clients; i++) {
      load.start(
          () -> {
            int status =
                agent
                    .request(new RequestOptions(request))
                    .compose(sent -> sent.authority(authority).send())
                    .compose(answer -> answer.body().map(_ -> answer.statusCode()))
                    .await();
            load.count(status);
          });
    }
    load.clients.add(Thread.ofVirtual().unstarted(() -> vertx.close().await()));
    return load;
  }

  private Step http1(Gateway gateway) {
    String request = gateway.head("GET", "/release/pets") + "\n";
    Client[] connection = {null};
    return () -> {
      if (connection[0] == null) {
        connection[0] = gateway.client();
      }
      Answer answer = connection[0].call(request);
      if ("close".equals(answer.header("connection"))) {
        connection[0].close();
        connection[0] = null;
      }
      count(answer.status());
    };
  }

  private void count(int status) throws IOException {
    if (status != 200) {
      throw new IOException("status " + status);
    }
    served.incrementAndGet();
  }

  private void start(Step step) {
    clients.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    while (!over) {
                      step.run();
                    }
                  } catch (Exception e) {
                    failures.add(e.toString());
                  }
                }));
  }

  /** How many requests were answered 200 so far. */
  public int served() {
    return served.get();
  }

  /** What went wrong so far; a client stops when something does. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    for (Thread client : clients) {
      if (client.getState() == Thread.State.NEW) {
        client.start();
      }
      client.join();
    }
  }
}
