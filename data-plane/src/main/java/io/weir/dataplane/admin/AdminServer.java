package io.weir.dataplane.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.replica.Replica;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.Routes;
import io.weir.dataplane.tls.Certificates;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The admin port; {@code GET /} lists what there is. Liveness is that the event loops of the
 * traffic turn: it never looks at Kafka, or an outage of Kafka would have every node restarted.
 */
public final class AdminServer {
  private static final String UP = "{\"status\":\"UP\"}";
  private static final String DOWN = "{\"status\":\"DOWN\"}";
  private static final String JSON = "application/json";
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  /** How long an event loop may take for what it is at without being taken for stuck. */
  private static final int TURN_MILLIS = 2_000;

  private final Vertx vertx;
  private final Routes routes;
  private final Certificates certificates;
  private final Metrics metrics;
  private final Supplier<Future<Void>> turn;
  private volatile @Nullable Replica replica;
  private volatile boolean stopping;

  /**
   * A server that is not listening yet.
   *
   * @param vertx whose event loops serve no traffic
   * @param turn succeeds when every event loop of the traffic has had a turn
   */
  public AdminServer(
      Vertx vertx,
      Routes routes,
      Certificates certificates,
      Metrics metrics,
      Supplier<Future<Void>> turn) {
    this.vertx = vertx;
    this.routes = routes;
    this.certificates = certificates;
    this.metrics = metrics;
    this.turn = turn;
  }

  /** What to tell about from now on; nothing is ready before. */
  public void watch(Replica watched) {
    replica = watched;
  }

  /** Listens; gives the port. */
  public Future<Integer> listen(String host, int port) {
    return vertx
        .createHttpServer()
        .requestHandler(this::handle)
        .listen(port, host)
        .map(HttpServer::actualPort);
  }

  /** Says it is not ready from now on, so that no new traffic is sent here. */
  public void stopping() {
    stopping = true;
  }

  private void handle(HttpServerRequest request) {
    if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD").setStatusCode(405).end();
      return;
    }
    Replica watched = replica;
    String path = String.valueOf(request.path());
    if (path.equals("/health/live")) {
      answerAlive(request);
    } else if (path.equals("/")) {
      answer(request, JSON, () -> text(Contents.list()));
    } else if (watched == null) {
      answer(request, 503, JSON, DOWN);
    } else {
      answer(request, path, watched);
    }
  }

  private void answerAlive(HttpServerRequest request) {
    Context here = vertx.getOrCreateContext();
    turn.get()
        .timeout(TURN_MILLIS, TimeUnit.MILLISECONDS)
        .onComplete(
            turned ->
                here.runOnContext(
                    _ -> {
                      boolean alive = turned.succeeded();
                      answer(request, alive ? 200 : 503, JSON, alive ? UP : DOWN);
                    }));
  }

  private void answer(HttpServerRequest request, String path, Replica watched) {
    switch (path) {
      case "/health/ready" -> {
        boolean ready = watched.ready() && !stopping;
        answer(request, ready ? 200 : 503, JSON, ready ? UP : DOWN);
      }
      case "/replica" -> answer(request, JSON, () -> text(watched.describe()));
      case "/routes" -> answer(request, RouteView::routes);
      case "/upstreams" -> answer(request, UpstreamView::upstreams);
      case "/domains" ->
          answer(request, (table, page) -> DomainView.domains(table, certificates, page));
      case "/certificates" -> answer(request, JSON, () -> text(DomainView.all(certificates)));
      case "/metrics" -> answer(request, METRICS, () -> metrics.text(watched, routes.current()));
      default -> answer(request, 404, JSON, "{\"code\":\"NOT_FOUND\"}");
    }
  }

  private void answer(HttpServerRequest request, BiFunction<RouteTable, Page, JsonNode> view) {
    Page page = Page.of(request);
    if (page == null) {
      answer(request, 400, JSON, "{\"code\":\"BAD_PAGE\"}");
    } else {
      answer(request, JSON, () -> text(view.apply(routes.current(), page)));
    }
  }

  /**
   * What takes long to write is written away from the event loops, which have requests to serve.
   */
  private void answer(HttpServerRequest request, String type, Callable<String> content) {
    vertx
        .executeBlocking(() -> Buffer.buffer(content.call()), false)
        .onSuccess(text -> answer(request, 200, type, text))
        .onFailure(_ -> answer(request, 500, JSON, "{\"code\":\"INTERNAL_ERROR\"}"));
  }

  private static void answer(HttpServerRequest request, int status, String type, String content) {
    answer(request, status, type, Buffer.buffer(content));
  }

  private static void answer(HttpServerRequest request, int status, String type, Buffer content) {
    request.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type).end(content);
  }

  private static String text(JsonNode json) throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(json);
  }
}
