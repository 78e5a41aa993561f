package io.weir.ledger;

import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Scope;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import java.time.Duration;
import java.util.Map;

/** A command that is given only to be taken back: a VPC that stands for itself. */
record Rehearsal(VpcId id) implements Command {
  /** For the head: whoever really writes goes first. */
  static final Duration WAIT = Duration.ofMillis(500);

  private static final CommandContext CONTEXT =
      new CommandContext("weir", Authentication.WEIR, Scope.ALL, null, null, "rehearsal", null);

  static Submission submission() {
    return Submission.of(
        new Rehearsal(VpcId.random()), CONTEXT, (_, _) -> new Answer(201, "{}", Map.of()));
  }

  @Override
  public String name() {
    return "rehearse";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Name unique = new Name(id.value().replace('-', '_'));
    return Decision.accept(new VpcCreated(id, new VpcSettings(unique, Description.NONE)));
  }
}
