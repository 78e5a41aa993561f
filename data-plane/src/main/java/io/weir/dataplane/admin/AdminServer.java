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
import io.weir.dataplane.replica.ConfigurationCopy;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.Routes;
import io.weir.dataplane.telemetry.TrafficRecords;
import io.weir.dataplane.tls.Certificates;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The admin port; {@code GET /} lists what there is. Liveness is that the event loops of the
 * traffic turn: it never looks at Kafka, or an outage of Kafka would have every replica restarted.
 */
public final class AdminServer {
  private static final String UP = "{\"status\":\"UP\"}";
  private static final String DOWN = "{\"status\":\"DOWN\"}";
  private static final String JSON = "application/json";

  /** No page frames or embeds an answer, guesses at its type or runs anything in it. */
  private static final Map<String, String> BROWSER_HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          "X-Frame-Options",
          "DENY",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache");

  /** How long an event loop may take for what it is at without being taken for stuck. */
  private static final int TURN_MILLIS = 2_000;

  private final Vertx vertx;
  private final Routes routes;
  private final Certificates certificates;
  private final Metrics metrics;
  private final Supplier<Future<Void>> turn;
  private volatile @Nullable ConfigurationCopy copy;
  private volatile @Nullable TrafficRecords traffic;
  private volatile boolean accepting;

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

  /** What to tell about from now on. */
  public void watch(ConfigurationCopy watched) {
    copy = watched;
  }

  /** What is told of traffic from now on. */
  public void watch(TrafficRecords told) {
    traffic = told;
  }

  /**
   * Listens; gives the port.
   *
   * @param names host names it is asked by, besides that host, localhost and IP addresses
   * @param access who is told more than health
   * @throws IllegalArgumentException if one of them is no host name
   */
  public Future<Integer> listen(
      String host, int port, Collection<String> names, AdminAccess access) {
    var guard = new AdminGuard(host, names);
    return vertx
        .createHttpServer()
        .requestHandler(request -> admit(guard, access, request))
        .listen(port, host)
        .map(HttpServer::actualPort);
  }

  /** Traffic is accepted from now on; nothing is ready before. */
  public void accepting() {
    accepting = true;
  }

  /** Says it is not ready from now on, so that no new traffic is sent here. */
  public void stopping() {
    accepting = false;
  }

  private void admit(AdminGuard guard, AdminAccess access, HttpServerRequest request) {
    BROWSER_HEADERS.forEach(request.response()::putHeader);
    AdminProblem foreign = guard.deny(request);
    AdminProblem denied = foreign == null ? access.deny(request) : foreign;
    if (denied == null) {
      handle(request);
    } else {
      answer(request, denied);
    }
  }

  private void handle(HttpServerRequest request) {
    if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      answer(
          request,
          new AdminProblem(405, "METHOD_NOT_ALLOWED", request.method() + " is not possible here"));
      return;
    }
    ConfigurationCopy watched = copy;
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

  private void answer(HttpServerRequest request, String path, ConfigurationCopy watched) {
    switch (path) {
      case "/health/ready" -> {
        boolean ready = watched.ready() && accepting;
        answer(request, ready ? 200 : 503, JSON, ready ? UP : DOWN);
      }
      case "/replica" -> answer(request, JSON, () -> text(watched.describe()));
      case "/routes" -> answer(request, RouteView::routes);
      case "/upstreams" -> answer(request, UpstreamView::upstreams);
      case "/domains" ->
          answer(request, (table, page) -> DomainView.domains(table, certificates, page));
      case "/certificates" -> answer(request, JSON, () -> text(DomainView.all(certificates)));
      case "/traffic" -> answer(request, TrafficRecords::counts);
      case "/requests" -> answer(request, TrafficRecords::requests);
      case "/metrics" -> {
        String format = Metrics.format(request.getHeader(HttpHeaders.ACCEPT));
        answer(request, format, () -> metrics.scrape(format));
      }
      default -> answer(request, new AdminProblem(404, "NOT_FOUND", "there is nothing at " + path));
    }
  }

  private void answer(HttpServerRequest request, BiFunction<RouteTable, Page, JsonNode> view) {
    Page page = Page.of(request);
    if (page == null) {
      answer(
          request,
          new AdminProblem(
              400, "BAD_PAGE", "limit must be 1 to 1000, and offset a whole number from 0"));
    } else {
      answer(request, JSON, () -> text(view.apply(routes.current(), page)));
    }
  }

  private void answer(HttpServerRequest request, TrafficView view) {
    TrafficRecords told = traffic;
    if (told == null) {
      answer(request, new AdminProblem(404, "NOT_FOUND", "this replica reports no traffic"));
    } else {
      answer(request, JSON, () -> text(view.of(told)));
    }
  }

  /** What is shown of the traffic. */
  private interface TrafficView {
    JsonNode of(TrafficRecords told) throws IOException;
  }

  /**
   * What takes long to write is written away from the event loops, which have requests to serve.
   */
  private void answer(HttpServerRequest request, String type, Callable<String> content) {
    vertx
        .executeBlocking(() -> Buffer.buffer(content.call()), false)
        .onSuccess(text -> answer(request, 200, type, text))
        .onFailure(
            _ ->
                answer(
                    request,
                    new AdminProblem(500, "INTERNAL_ERROR", "this answer cannot be written")));
  }

  private static void answer(HttpServerRequest request, AdminProblem problem) {
    if (problem.status() == 401) {
      request.response().putHeader("WWW-Authenticate", "Bearer realm=\"weir\"");
    }
    String path = String.valueOf(request.path());
    answer(request, problem.status(), AdminProblem.MEDIA_TYPE, problem.json(path));
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
