package io.weir.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Ledger;
import io.weir.ledger.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
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
   * Appends what a command decides.
   *
   * @param body of the request, which tells whether a repeated Idempotency-Key repeats the request
   *     too; null if none
   * @param render makes the answer from the image after the command
   * @return fails with a {@link ProblemException} if the ledger refuses
   */
  public Uni<Response> append(
      Command command, @Nullable Body body, Function<GatewayImage, Answer> render) {
    CommandContext caller = Callers.of(request.getCurrent(), body);
    return ledger.append(command, caller, render).map(Writes::answer);
  }

  private static Response answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Committed committed ->
          Answers.of(committed.answer(), committed.position(), committed.repeated());
      case Outcome.Refused refused ->
          throw new ProblemException(Refusals.problem(refused.refusals()));
      case Outcome.KeyReused reused ->
          throw new ProblemException(
              Problem.of(
                  ProblemCode.IDEMPOTENCY_KEY_REUSED,
                  "this Idempotency-Key was used for a different request"));
    };
  }
}
