package io.weir.contracts.event;

import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySettings;
import java.util.ArrayList;
import java.util.List;

/** What happens to an API key; its secret is in none of them. */
public sealed interface KeyEvent extends GatewayEvent {
  /** The key. */
  KeyId id();

  @Override
  default String stream() {
    return "key/" + id();
  }

  @Override
  default List<String> subjects() {
    return List.of(id().value());
  }

  /** A key was made. */
  record KeyCreated(KeyId id, KeySettings settings) implements KeyEvent {
    @Override
    public List<String> subjects() {
      List<String> subjects = new ArrayList<>(List.of(id.value()));
      subjects.addAll(settings.scope().ids());
      return List.copyOf(subjects);
    }
  }

  /** Somebody came with the key for the first time. */
  record KeyUsed(KeyId id) implements KeyEvent {}

  /** The key's time is over. */
  record KeyExpired(KeyId id) implements KeyEvent {}

  /** The key opens nothing any more, and is gone. */
  record KeyRevoked(KeyId id) implements KeyEvent {}
}
