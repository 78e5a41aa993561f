package io.weir.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import io.weir.guard.access.Caller;
import io.weir.rest.attempt.AttemptLog;
import io.weir.rest.attempt.RefusedWrite;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Set;

/**
 * Sees to it that every write that is refused is written down: by the ledger if it became a
 * command, else here. Whoever answers with a problem is noticed by way of {@link Problems}; answers
 * of another service that are passed on have been noticed there.
 */
@ApplicationScoped
class RefusedRequests {
  private static final String PROBLEM = "weir.problem";
  private static final String RECORDER = "weir.refused-requests";
  private static final String DECIDED = "weir.decided";
  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  /** Right after the request got its name, before anything can refuse it. */
  private static final int ORDER = 990;

  private final AttemptLog log;

  RefusedRequests(AttemptLog log) {
    this.log = log;
  }

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          context.put(RECORDER, this);
          context.next();
        },
        ORDER);
  }

  /** The request is about to be answered with this problem. */
  static void told(RoutingContext context, Problem problem) {
    context.put(PROBLEM, problem);
    RefusedRequests recorder = context.get(RECORDER);
    if (recorder != null) {
      recorder.record(context);
    }
  }

  /** The request needs no other record: the ledger has decided it, and keeps itself how. */
  static void decided(RoutingContext context) {
    context.put(DECIDED, true);
  }

  private static boolean isWrite(RoutingContext context) {
    return WRITES.contains(context.request().method().name());
  }

  /** Writes a request down, if it is a write that was refused and nobody else does. */
  void record(RoutingContext context) {
    Problem problem = context.get(PROBLEM);
    if (isWrite(context)
        && problem != null
        && problem.status() >= 400
        && problem.status() < 500
        && context.get(DECIDED) == null) {
      decided(context);
      log.add(
          new RefusedWrite(
              Instant.now(),
              Callers.operation(context),
              problem.status(),
              problem.code(),
              problem.errors(),
              Caller.find(context).isPresent(),
              Callers.actor(context),
              Callers.sourceAddress(context),
              Correlation.of(context)));
    }
  }
}
