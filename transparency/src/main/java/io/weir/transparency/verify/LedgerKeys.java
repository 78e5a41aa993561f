package io.weir.transparency.verify;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.event.LedgerKeyEvent;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyRetired;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.VerifierKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the keys that a ledger's own events name. */
final class LedgerKeys {
  private static final String STREAM = "ledger-key/";

  private final Map<LedgerKeyId, NamedKey> keys = new LinkedHashMap<>();

  void take(Recorded event) throws UnsoundException {
    if (!event.envelope().stream().startsWith(STREAM)) {
      return;
    }
    long position = event.envelope().position();
    try {
      if (EventCodec.CURRENT.decode(event) instanceof LedgerKeyEvent change) {
        switch (change) {
          case LedgerKeyCreated(var id, var key) -> {
            String name = Checkpoint.originOf(event.envelope().ledgerId());
            keys.put(
                id, new NamedKey(new VerifierKey(name, KeyKind.NOTE, key.value()), position, null));
          }
          case LedgerKeyRetired(var id) ->
              keys.computeIfPresent(id, (_, key) -> new NamedKey(key.key(), key.from(), position));
        }
      }
    } catch (UnknownEventException e) {
      throw new UnsoundException(
          position, "event %d names no key: %s".formatted(position, e.getMessage()));
    }
  }

  List<NamedKey> all() {
    return List.copyOf(keys.values());
  }
}
