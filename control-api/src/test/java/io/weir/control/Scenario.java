package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.testing.event.FakeLedger;
import java.util.List;

/**
 * Given what happened, when a command comes, then these events follow or these reasons stand
 * against it.
 */
public final class Scenario {
  private final FakeLedger ledger = new FakeLedger();

  private Scenario() {}

  public static Scenario given(GatewayEvent... history) {
    return new Scenario().and(history);
  }

  public static Scenario given(List<GatewayEvent> history) {
    return given(history.toArray(GatewayEvent[]::new));
  }

  public Scenario and(GatewayEvent... more) {
    for (GatewayEvent event : more) {
      ledger.append(event);
    }
    return this;
  }

  /** A body. */
  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public GatewayImage image() {
    return ledger.image();
  }

  public Then when(Command command) {
    Decision decision = command.decide(ledger.image());
    if (decision instanceof Decision.Accepted accepted && !accepted.events().isEmpty()) {
      ledger.append(accepted.events());
      assertThat(ledger.image().check()).as("what no replica could follow").isEmpty();
    }
    return new Then(decision);
  }

  /** What to expect of a decision. */
  public record Then(Decision decision) {
    public void then(GatewayEvent... events) {
      assertThat(decision).isEqualTo(Decision.accept(events));
    }

    public void thenNothing() {
      then();
    }

    public List<Refusal> thenRefused(RefusalCode... codes) {
      assertThat(decision).isInstanceOf(Decision.Refused.class);
      List<Refusal> refusals = ((Decision.Refused) decision).refusals();
      assertThat(refusals).extracting(Refusal::code).containsExactly(codes);
      return refusals;
    }
  }
}
