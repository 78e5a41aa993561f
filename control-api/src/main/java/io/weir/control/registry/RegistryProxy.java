package io.weir.control.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.weir.rest.Body;
import io.weir.rest.Correlation;
import io.weir.rest.Fresh;
import io.weir.rest.Problem;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import io.weir.rest.Problems;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests for networks, instances, replicas and certificates on to instance-registry, and
 * its answers back.
 */
@ApplicationScoped
public class RegistryProxy {
  private static final Logger LOG = Logger.getLogger(RegistryProxy.class);
  private static final List<String> PATHS =
      List.of(
          "/v1/vpcs/*",
          "/v1/cloud-connect-networks/*",
          "/v1/instances/*",
          "/v1/replicas/*",
          "/v1/certificates/*");

  /** Where the registry's own document is found here, and where there. */
  private static final String DOCUMENT = "/openapi/instance-registry";

  private static final String DOCUMENT_THERE = "/openapi";
  private static final int BEFORE_RESOURCES = -1;
  private static final int CONNECT_MILLIS = 2_000;

  /** Longer than it takes to find out what became of a commit that was cut in two. */
  private static final int CHANGE_MILLIS = 40_000;

  /** Of a read, beyond what it may wait for its position. */
  private static final int READ_MILLIS = 10_000;

  private static final int RETRY_SECONDS = 2;

  private final HttpClient client;
  private final URI registry;

  RegistryProxy(Vertx vertx, @ConfigProperty(name = "weir.registry.url") URI registry) {
    this.registry = registry;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(64)
                .setSsl("https".equals(registry.getScheme())));
  }

  void register(@Observes Router router) {
    for (String path : PATHS) {
      router
          .route(path)
          .order(BEFORE_RESOURCES)
          .handler(BodyHandler.create(false).setBodyLimit(Body.MAX_BYTES))
          .handler(context -> pass(context, context.request().uri()))
          .failureHandler(RegistryProxy::failed);
    }
    router.get(DOCUMENT).order(BEFORE_RESOURCES).handler(context -> pass(context, DOCUMENT_THERE));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  private void pass(RoutingContext context, String uri) {
    send(context, uri, context.body().buffer())
        .compose(answer -> answer.body().map(bytes -> answer(context, answer, bytes)))
        .onFailure(e -> unavailable(context, e));
  }

  /** What the registry answers to a request without a body that turned out to be for it. */
  public Uni<Response> ask(RoutingContext context) {
    return Uni.createFrom()
        .completionStage(
            () ->
                send(context, context.request().uri(), null)
                    .compose(answer -> answer.body().map(bytes -> told(context, answer, bytes)))
                    .toCompletionStage())
        .onFailure()
        .transform(e -> away(context, e));
  }

  private static Response told(RoutingContext context, HttpClientResponse answer, Buffer bytes) {
    var headers = context.response().headers();
    HopByHop.copy(answer.headers(), headers);
    headers.remove("Content-Length").remove("Content-Type");
    var told = Response.status(answer.statusCode());
    return bytes.length() == 0
        ? told.build()
        : told.type(answer.getHeader("Content-Type")).entity(bytes.getBytes()).build();
  }

  private Future<HttpClientResponse> send(
      RoutingContext context, String uri, @Nullable Buffer body) {
    return client
        .request(target(context, uri))
        .compose(
            request -> {
              copyRequestHeaders(context, request);
              return body == null ? request.send() : request.send(body);
            });
  }

  private RequestOptions target(RoutingContext context, String uri) {
    int port = registry.getPort();
    boolean secure = "https".equals(registry.getScheme());
    return new RequestOptions()
        .setMethod(context.request().method())
        .setHost(registry.getHost())
        .setPort(port >= 0 ? port : secure ? 443 : 80)
        .setURI(uri)
        .setTimeout(patience(context));
  }

  /** Milliseconds; a registry that hangs must not leave readers without an answer for long. */
  private static long patience(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      return CHANGE_MILLIS;
    }
    return READ_MILLIS + (context.queryParam("min_position").isEmpty() ? 0 : waitOf(context));
  }

  /** As the registry will read it; what it will refuse needs no patience. */
  private static int waitOf(RoutingContext context) {
    List<String> given = context.queryParam("wait_ms");
    try {
      return given.isEmpty()
          ? Fresh.WAIT_MILLIS
          : Math.clamp(Integer.parseInt(given.getFirst()), 0, Fresh.MOST_WAIT_MILLIS);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static void copyRequestHeaders(RoutingContext context, HttpClientRequest request) {
    var incoming = context.request();
    HopByHop.copy(incoming.headers(), request.headers());
    request.headers().remove("Host").remove("Content-Length");
    // what the browser said is of this origin, and was judged here
    request.headers().remove("Origin").remove("Sec-Fetch-Site");
    request.putHeader(Correlation.HEADER, Correlation.of(context));
    var remote = incoming.remoteAddress();
    // the address ends up in the audit: it is what a proxy that is trusted says, else where the
    // request is from
    request.headers().remove("X-Forwarded-For");
    if (remote != null && remote.hostAddress() != null) {
      request.putHeader("X-Forwarded-For", remote.hostAddress());
    }
  }

  private static boolean answer(RoutingContext context, HttpClientResponse answer, Buffer bytes) {
    var response = context.response().setStatusCode(answer.statusCode());
    HopByHop.copy(answer.headers(), response.headers());
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(bytes);
    }
    return true;
  }

  private static void unavailable(RoutingContext context, Throwable e) {
    ProblemException away = away(context, e);
    if (!context.response().ended()) {
      Problems.send(context, away);
    }
  }

  private static ProblemException away(RoutingContext context, Throwable e) {
    LOG.warnf("%s: instance-registry is away: %s", Correlation.of(context), e.getMessage());
    return ProblemException.retryLater(
        ProblemCode.REGISTRY_UNAVAILABLE,
        "instance-registry did not answer; repeat the request, a change with its Idempotency-Key",
        RETRY_SECONDS);
  }

  private static void failed(RoutingContext context) {
    switch (context.statusCode()) {
      case 413 -> Problems.send(context, Body.tooLarge());
      case 400 ->
          Problems.send(
              context,
              new ProblemException(
                  Problem.of(ProblemCode.BAD_REQUEST, "the body is not what its headers say")));
      default -> unavailable(context, context.failure());
    }
  }
}
