package io.weir.ledger;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a command would come to: decided as any other, and recorded nowhere.
 *
 * @param outcome as its caller would hear it
 * @param before the configuration that it was decided against
 * @param after with what it would change
 * @param events as they would be recorded, if nothing else came between; none if it is refused
 */
public record DryRun(
    Outcome outcome, GatewayImage before, GatewayImage after, List<Recorded> events) {
  public DryRun {
    events = List.copyOf(events);
  }

  /** Decides a command; throws whatever it or the making of its answer throws. */
  static DryRun of(LedgerState state, Submission submission) {
    Batch batch = new Batch(state, Instant.now(), Map.of());
    batch.decide(submission);
    return switch (batch.verdicts().getFirst()) {
      case Verdict.Decided(var _, var outcome) ->
          new DryRun(outcome, state.image(), batch.state().image(), batch.events());
      case Verdict.Failed(var _, var failure) -> throw failed(failure);
    };
  }

  private static RuntimeException failed(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }
}
