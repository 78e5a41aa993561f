package io.weir.registry.vpc;

import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.rest.Fields;

/** Reads the bodies of VPCs. */
final class VpcContent {
  private VpcContent() {}

  /** Of a new one. */
  static VpcSettings read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    return fields.build(() -> new VpcSettings(name.get(), description.get()));
  }

  /** Of one that exists: as it was answered, with the caller's changes. */
  static VpcSettings read(VpcId id, Fields fields) {
    return read(fields.same("id", id.value()).readOnly("version", "position", "changedAt"));
  }
}
