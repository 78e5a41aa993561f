package io.weir.registry;

import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.Scope;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Decision;
import io.weir.ledger.Ledger;
import io.weir.ledger.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The part of the other service: appends events that this one has no commands for. */
public record Appending(List<GatewayEvent> events) implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Appends events and returns the position of the last one. */
  public static long append(Ledger ledger, GatewayEvent... events) {
    var context =
        new CommandContext("tester", Authentication.NONE, Scope.ALL, null, null, "test", null);
    Outcome outcome =
        ledger
            .append(
                new Appending(List.of(events)), context, image -> new Answer(200, null, Map.of()))
            .await()
            .atMost(PATIENCE);
    if (outcome instanceof Outcome.Committed committed) {
      return committed.position();
    }
    throw new IllegalStateException("not appended: " + outcome);
  }

  /** The configuration as it is now. */
  public static GatewayImage image(Ledger ledger) {
    return ledger.image().await().atMost(PATIENCE);
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Decision decide(GatewayImage image) {
    return Decision.accept(events);
  }
}
