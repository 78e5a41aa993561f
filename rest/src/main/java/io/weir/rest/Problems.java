package io.weir.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.content.InvalidContentException;
import io.weir.ledger.LedgerBusyException;
import io.weir.ledger.LedgerRewoundException;
import io.weir.ledger.LedgerUnavailableException;
import io.weir.ledger.LedgerUnreadableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers every failure with a problem; what is the server's own fault goes to the log and only its
 * name to the client.
 */
@ApplicationScoped
public class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  private final CurrentVertxRequest request;
  private final AllowedMethods methods;

  Problems(CurrentVertxRequest request, AllowedMethods methods) {
    this.request = request;
    this.methods = methods;
  }

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    var response = response(e.problem());
    e.headers().forEach(response::header);
    return response.build();
  }

  @ServerExceptionMapper
  Response invalid(InvalidContentException e) {
    return problem(ProblemException.invalid(e));
  }

  @ServerExceptionMapper
  Response busy(LedgerBusyException e) {
    return problem(
        ProblemException.retryLater(
            ProblemCode.LEDGER_BUSY, "too many commands are waiting; nothing was changed", 1));
  }

  @ServerExceptionMapper
  Response unavailable(LedgerUnavailableException e) {
    LOG.warnf("%s: %s", Correlation.of(request.getCurrent()), e.getMessage());
    return problem(
        ProblemException.retryLater(
            ProblemCode.LEDGER_UNAVAILABLE,
            e.outcomeUnknown()
                ? "the ledger's database went away during the commit: the change may or may not be"
                    + " recorded, and repeating it with its Idempotency-Key tells"
                : e.getMessage() + "; nothing was changed",
            2));
  }

  @ServerExceptionMapper
  Response rewound(LedgerRewoundException e) {
    return problem(
        ProblemException.retryLater(
            ProblemCode.LEDGER_REWOUND,
            e.getMessage()
                + "; nothing is read or written until it has been recovered, and nothing was"
                + " changed",
            30));
  }

  @ServerExceptionMapper
  Response unreadable(LedgerUnreadableException e) {
    return problem(
        ProblemException.retryLater(
            ProblemCode.LEDGER_UNREADABLE,
            e.getMessage() + "; nothing is read or written here behind it, and nothing was changed",
            30));
  }

  /** What the HTTP server itself has to say: no such path, method, media type. */
  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    RoutingContext current = request.getCurrent();
    String path = current.request().path();
    Response given = e.getResponse();
    String allowed = methods.of(current.normalizedPath());
    // below a path with parameters the server looks further and then finds nothing
    int status = given.getStatus() == 404 && !allowed.isEmpty() ? 405 : given.getStatus();
    Problem problem =
        switch (status) {
          case 404 -> Problem.of(ProblemCode.NOT_FOUND, "there is nothing at " + path);
          case 405 -> methodNotAllowed(current);
          case 413 -> Body.tooLarge().problem();
          case 415 ->
              Problem.of(
                  ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                  "bodies are application/json, of PATCH also " + Body.MERGE_PATCH);
          case 400 -> improper();
          default -> null;
        };
    if (problem == null) {
      return unexpected(e);
    }
    var response = response(problem);
    if (problem.status() == 405) {
      response.header("Allow", allowed);
    }
    return response.build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    String correlation = Correlation.of(request.getCurrent());
    LOG.errorf(e, "%s failed", correlation);
    return response(
            Problem.of(
                    ProblemCode.INTERNAL_ERROR,
                    "something went wrong here; the server's log names it " + correlation)
                .logged(correlation))
        .build();
  }

  private Response.ResponseBuilder response(Problem problem) {
    RefusedRequests.told(request.getCurrent(), problem);
    String path = request.getCurrent().request().path();
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(problem.at(path).json());
  }

  static Problem methodNotAllowed(RoutingContext context) {
    return Problem.of(
        ProblemCode.METHOD_NOT_ALLOWED,
        context.request().method() + " is not possible on " + context.request().path());
  }

  static Problem improper() {
    return Problem.of(ProblemCode.BAD_REQUEST, "this is not a proper request");
  }

  /** Ends a request that no resource method handles. */
  public static void send(RoutingContext context, ProblemException e) {
    RefusedRequests.told(context, e.problem());
    var response = context.response().setStatusCode(e.problem().status());
    e.headers().forEach(response::putHeader);
    response.putHeader(Correlation.HEADER, Correlation.of(context));
    response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.end(e.problem().at(context.request().path()).json());
  }
}
