package io.weir.control.key;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.Scope;
import io.weir.ledger.Answer;
import io.weir.ledger.CommandContext;
import java.util.Map;
import java.util.UUID;

/** Commands that nobody asked for. */
final class Ourselves {
  /** What nobody waits for. */
  static final Answer ANSWER = new Answer(204, null, Map.of());

  private Ourselves() {}

  static CommandContext because(String reason) {
    return new CommandContext(
        "weir", Authentication.WEIR, Scope.ALL, reason, null, UUID.randomUUID().toString(), null);
  }
}
