package io.weir.registry.instance;

import io.weir.contracts.value.Description;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;
import io.weir.rest.Fields;

/** Reads the bodies of dedicated instances. */
final class InstanceContent {
  private InstanceContent() {}

  /** Of a new one. */
  static InstanceSettings read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    var vpc = fields.text("vpcId", VpcId::new).required();
    return fields.build(() -> new InstanceSettings(name.get(), description.get(), vpc.get()));
  }

  /** Of one that exists: as it was answered, with the caller's changes. */
  static InstanceSettings read(InstanceId id, Fields fields) {
    return read(
        fields.same("id", id.value()).readOnly("version", "position", "changedAt", "services"));
  }
}
