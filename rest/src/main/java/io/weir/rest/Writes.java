package io.weir.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Ledger;
import io.weir.ledger.Outcome;
import io.weir.rest.dryrun.Tried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives commands to the ledger in the name of the current request's caller, and its outcome to the
 * client.
 */
@ApplicationScoped
public class Writes {
  private final Ledger ledger;
  private final CurrentVertxRequest request;

  Writes(Ledger ledger, CurrentVertxRequest request) {
    this.ledger = ledger;
    this.request = request;
  }

  /**
   * Appends what a command decides; or, if the request only tries it, tells what that would come
   * to.
   *
   * @param body of the request, which tells whether a repeated Idempotency-Key repeats the request
   *     too; null if none
   * @param render makes the answer from the image after the command
   * @return fails with a {@link ProblemException} if the ledger refuses
   */
  public Uni<Response> append(
      Command command, @Nullable Body body, Function<GatewayImage, Answer> render) {
    return append(command, body, (before, after) -> render.apply(after));
  }

  /**
   * Like {@link #append(Command, Body, Function)}, with an answer that also depends on the image
   * before the command.
   */
  public Uni<Response> append(
      Command command, @Nullable Body body, BiFunction<GatewayImage, GatewayImage, Answer> render) {
    return Trial.is(request.getCurrent())
        ? trial(command, body, render)
        : decide(command, body, render).map(Writes::answer);
  }

  /**
   * Like {@link #append(Command, Body, Function)}, with something in the answer that is told once
   * and kept nowhere: a repeated Idempotency-Key gets the answer without it.
   *
   * @param once makes the answer that is given out of the one that is kept
   */
  public Uni<Response> append(
      Command command,
      @Nullable Body body,
      Function<GatewayImage, Answer> render,
      UnaryOperator<Answer> once) {
    if (Trial.is(request.getCurrent())) {
      return trial(command, body, (before, after) -> render.apply(after));
    }
    return decide(command, body, (before, after) -> render.apply(after))
        .map(
            outcome ->
                answer(
                    outcome instanceof Outcome.Committed(var answer, var position, var repeated)
                            && !repeated
                        ? new Outcome.Committed(once.apply(answer), position, false)
                        : outcome));
  }

  /**
   * Who asks, why and from where, for what is recorded otherwise than by a command.
   *
   * @throws ProblemException 400 if a header is malformed
   */
  public CommandContext context() {
    return Callers.of(request.getCurrent(), null);
  }

  /** What the ledger says, which has then written down itself whatever it refused. */
  private Uni<Outcome> decide(
      Command command, @Nullable Body body, BiFunction<GatewayImage, GatewayImage, Answer> render) {
    RoutingContext current = request.getCurrent();
    CommandContext caller = Callers.of(current, body);
    return ledger.append(command, caller, render).invoke(_ -> RefusedRequests.decided(current));
  }

  /** What a change would come to, which nobody writes down. */
  private Uni<Response> trial(
      Command command, @Nullable Body body, BiFunction<GatewayImage, GatewayImage, Answer> render) {
    return ledger
        .dryRun(command, Callers.of(request.getCurrent(), body), render)
        // what comes of a change of many objects is no work for an event loop
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            run ->
                run.outcome() instanceof Outcome.Committed(var answer, var _, var _)
                    ? Answers.read(Tried.of(run, answer), run.before().position())
                    : answer(run.outcome()));
  }

  private static Response answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Committed committed ->
          Answers.of(committed.answer(), committed.position(), committed.repeated());
      case Outcome.Refused refused ->
          throw new ProblemException(Refusals.problem(refused.refusals())).at(refused.position());
      case Outcome.KeyReused reused ->
          throw new ProblemException(
              Problem.of(
                  ProblemCode.IDEMPOTENCY_KEY_REUSED,
                  "this Idempotency-Key was used for a different request"));
    };
  }
}
