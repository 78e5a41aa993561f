package io.weir.contracts.event;

import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.PublicKey;
import java.util.List;

/** What happens to a key that the ledger's checkpoints are signed with. */
public sealed interface LedgerKeyEvent extends GatewayEvent {
  /** The key. */
  LedgerKeyId id();

  @Override
  default String stream() {
    return "ledger-key/" + id();
  }

  @Override
  default List<String> subjects() {
    return List.of(id().value());
  }

  /** Checkpoints may be signed with a key from now on. */
  record LedgerKeyCreated(LedgerKeyId id, PublicKey publicKey) implements LedgerKeyEvent {}

  /** A key signs no checkpoint any more. */
  record LedgerKeyRetired(LedgerKeyId id) implements LedgerKeyEvent {}
}
