package io.weir.contracts.content;

import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NetworkSettings;

/** Reads the bodies of Cloud Connect Networks. */
public final class NetworkContent {
  private NetworkContent() {}

  /** Reads one. */
  public static NetworkSettings read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    return fields.build(() -> new NetworkSettings(name.get(), description.get()));
  }
}
