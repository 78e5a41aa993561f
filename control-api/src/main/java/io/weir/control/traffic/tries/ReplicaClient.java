package io.weir.control.traffic.tries;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends requests to replicas: each on a connection of its own, and wherever the answer points,
 * there it does not go.
 */
@ApplicationScoped
class ReplicaClient {
  private static final int CONNECT_MILLIS = 2_000;
  private static final long ANSWER_MILLIS = 30_000;
  private static final int MOST_HEADER_BYTES = 64 * 1024;

  private final Vertx vertx;
  private final HttpClient client;

  ReplicaClient(Vertx vertx) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false)
                .setMaxPoolSize(TryResource.AT_ONCE)
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setMaxInitialLineLength(MOST_HEADER_BYTES));
  }

  /**
   * Sends a request.
   *
   * @return fails with 502 REPLICA_UNREACHABLE or 504 REPLICA_TIMEOUT
   */
  Uni<TriedAnswer> send(ReplicaChoice.Chosen replica, Outgoing request) {
    return Uni.createFrom()
        .completionStage(
            () -> {
              Sending sending = new Sending(vertx, client, replica, request, ANSWER_MILLIS);
              vertx.getOrCreateContext().runOnContext(_ -> sending.start());
              return sending.answer().toCompletionStage();
            });
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
