package io.weir.dataplane.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.Routes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private int status(Supplier<Future<Void>> turn) throws IOException, InterruptedException {
    Routes routes = new Routes(new RouteCompiler(null, 0, 1));
    var server = new AdminServer(vertx, routes, null, null, turn);
    int port = server.listen("127.0.0.1", 0, List.of(), AdminAccess.LOOPBACK).await();
    URI live = URI.create("http://127.0.0.1:" + port + "/health/live");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(live).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void aProcessWhoseEventLoopsTurnIsAlive() throws Exception {
    assertThat(status(Future::succeededFuture)).isEqualTo(200);
  }

  @Test
  void aProcessWithAStuckEventLoopIsNot() throws Exception {
    assertThat(status(() -> Promise.<Void>promise().future())).isEqualTo(503);
  }
}
