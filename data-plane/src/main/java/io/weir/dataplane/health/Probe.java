package io.weir.dataplane.health;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to one node, on a connection of its own: whether it still takes connections is half
 * of what is asked. Tells the node's health how it ended. One event loop.
 */
final class Probe {
  private static final String USER_AGENT = "weir-health-check";

  private final Vertx vertx;
  private final HttpClientAgent client;
  private final LiveNode node;
  private final HealthChecker checker;
  private final Runnable whenOver;
  private @Nullable HttpClientConnection connection;
  private long timer;
  private boolean over;
  private boolean ignored;

  Probe(
      Vertx vertx,
      HttpClientAgent client,
      LiveNode node,
      HealthChecker checker,
      Runnable whenOver) {
    this.vertx = vertx;
    this.client = client;
    this.node = node;
    this.checker = checker;
    this.whenOver = whenOver;
  }

  void start(ProbeTls tls) {
    long millis = checker.activeCheckTimeout() * 1_000L;
    timer = vertx.setTimer(millis, _ -> failed(Failure.TIMEOUT));
    // later than the timer above, which is to say so
    client.connect(connectOptions(tls).setConnectTimeout(2 * millis)).onComplete(this::connected);
  }

  private HttpConnectOptions connectOptions(ProbeTls tls) {
    HttpConnectOptions options =
        new HttpConnectOptions()
            .setServer(SocketAddress.inetSocketAddress(node.port(), node.address()))
            .setHost(node.tlsName())
            .setPort(node.port())
            .setSsl(node.tls());
    if (node.tls()) {
      boolean two = node.httpVersion() == HttpVersion.HTTP_2;
      options.setSslOptions(
          tls.of(node)
              .copy()
              .setUseAlpn(two)
              .setApplicationLayerProtocols(two ? List.of("h2") : List.of()));
    }
    return options;
  }

  private void connected(AsyncResult<HttpClientConnection> made) {
    if (made.failed()) {
      failed(Failure.TCP);
      return;
    }
    HttpClientConnection to = made.result();
    connection = to;
    to.exceptionHandler(_ -> {});
    if (over) {
      to.close();
      return;
    }
    to.request(new RequestOptions().setMethod(HttpMethod.GET).setURI(checker.activeCheckHttpPath()))
        .compose(this::send)
        .onComplete(this::answered);
  }

  private Future<HttpClientResponse> send(HttpClientRequest request) {
    request.exceptionHandler(_ -> {});
    request.authority(HostAndPort.parseAuthority(node.hostHeader(), -1));
    if (node.httpVersion() == HttpVersion.HTTP_1_1) {
      request.putHeader(HttpHeaders.HOST, node.hostHeader());
      request.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    return request
        .putHeader(HttpHeaders.USER_AGENT, USER_AGENT)
        .putHeader(HttpHeaders.ACCEPT, "*/*")
        .send();
  }

  private void answered(AsyncResult<HttpClientResponse> response) {
    if (response.failed()) {
      failed(Failure.TCP);
    } else if (!over) {
      response.result().exceptionHandler(_ -> {});
      if (!ignored) {
        node.health().probeAnswered(response.result().statusCode());
      }
      end();
    }
  }

  private void failed(Failure failure) {
    if (!over) {
      if (!ignored) {
        node.health().probeFailed(failure);
      }
      end();
    }
  }

  /** Nobody wants to know any more. */
  void abandon() {
    if (!over) {
      ignored = true;
      end();
    }
  }

  private void end() {
    over = true;
    vertx.cancelTimer(timer);
    if (connection != null) {
      connection.close();
    }
    whenOver.run();
  }
}
