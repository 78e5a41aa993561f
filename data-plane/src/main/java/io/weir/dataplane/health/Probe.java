package io.weir.dataplane.health;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth.Failure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to one node, on a connection of its own: whether it still takes connections is half
 * of what is asked. Tells the node's health how it ended. One event loop.
 */
final class Probe {
  private static final String USER_AGENT = "weir-health-check";

  private final VertxInternal vertx;
  private final HttpClientAgent client;
  private final ProbeAccess access;
  private final LiveNode node;
  private final HealthChecker checker;
  private final Runnable whenOver;
  private @Nullable HttpClientConnection connection;
  private long timer;
  private boolean over;
  private boolean timedOut;

  Probe(
      VertxInternal vertx,
      HttpClientAgent client,
      ProbeAccess access,
      LiveNode node,
      HealthChecker checker,
      Runnable whenOver) {
    this.vertx = vertx;
    this.client = client;
    this.access = access;
    this.node = node;
    this.checker = checker;
    this.whenOver = whenOver;
  }

  void start() {
    long millis = checker.activeCheckTimeout() * 1_000L;
    timer = vertx.setTimer(millis, _ -> failed(Failure.TIMEOUT));
    vertx
        .nameResolver()
        .resolve(node.address())
        // later than the timer above, which is to say so
        .compose(address -> connect(address, 2 * millis))
        .onComplete(this::connected);
  }

  private Future<HttpClientConnection> connect(InetAddress address, long timeoutMillis) {
    if (over || !access.allows(address)) {
      return Future.failedFuture("not to be connected to");
    }
    HttpConnectOptions options =
        new HttpConnectOptions()
            .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, node.port())))
            .setHost(node.tlsName())
            .setPort(node.port())
            .setSsl(node.tls())
            .setConnectTimeout(timeoutMillis);
    if (node.tls()) {
      boolean two = node.httpVersion() == HttpVersion.HTTP_2;
      options.setSslOptions(
          access
              .tls(node)
              .copy()
              .setUseAlpn(two)
              .setApplicationLayerProtocols(two ? List.of("h2") : List.of()));
    }
    return client.connect(options);
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
      node.health().probeAnswered(response.result().statusCode());
      end();
    }
  }

  private void failed(Failure failure) {
    if (!over) {
      timedOut = failure == Failure.TIMEOUT;
      node.health().probeFailed(failure);
      end();
    }
  }

  /** Whether it is over because there was no answer in time. */
  boolean timedOut() {
    return timedOut;
  }

  /** Nobody wants to know any more. */
  void abandon() {
    if (!over) {
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
