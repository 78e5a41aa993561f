package io.weir.contracts.content;

import io.weir.contracts.value.Description;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceSettings;

/** Reads the bodies of services. */
public final class ServiceContent {
  private ServiceContent() {}

  /** One body. */
  public static ServiceSettings read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    var instance = fields.text("instanceId", InstanceId::new).orNull();
    return fields.build(() -> new ServiceSettings(name.get(), description.get(), instance.get()));
  }
}
