package io.weir.contracts.content;

import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcSettings;

/** Reads the bodies of VPCs. */
public final class VpcContent {
  private VpcContent() {}

  /** Reads one. */
  public static VpcSettings read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    return fields.build(() -> new VpcSettings(name.get(), description.get()));
  }
}
