package io.weir.registry.network;

import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NetworkSettings;
import io.weir.rest.Fields;

/** Reads the bodies of Cloud Connect Networks. */
final class NetworkContent {
  private NetworkContent() {}

  /** Of a new one. */
  static NetworkSettings read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    return fields.build(() -> new NetworkSettings(name.get(), description.get()));
  }

  /** Of one that exists: as it was answered, with the caller's changes. */
  static NetworkSettings read(CcnId id, Fields fields) {
    return read(
        fields.same("id", id.value()).readOnly("version", "position", "changedAt", "links"));
  }
}
