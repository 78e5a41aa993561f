package io.weir.contracts.content;

import io.weir.contracts.value.Description;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;

/** Reads the bodies of dedicated instances. */
public final class InstanceContent {
  private InstanceContent() {}

  /** Reads one. */
  public static InstanceSettings read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    var vpc = fields.text("vpcId", VpcId::new).required();
    return fields.build(() -> new InstanceSettings(name.get(), description.get(), vpc.get()));
  }
}
