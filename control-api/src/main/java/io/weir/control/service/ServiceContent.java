package io.weir.control.service;

import io.weir.contracts.value.Description;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.rest.Fields;

/** Reads the bodies of services. */
final class ServiceContent {
  private ServiceContent() {}

  /** Of a new one. */
  static ServiceSettings read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    var instance = fields.text("instanceId", InstanceId::new).orNull();
    return fields.build(() -> new ServiceSettings(name.get(), description.get(), instance.get()));
  }

  /** Of one that exists: as it was answered, with the caller's changes. */
  static ServiceSettings read(ServiceId id, Fields fields) {
    return read(
        fields
            .same("id", id.value())
            .readOnly("version", "position", "changedAt", "apiCount", "environments"));
  }
}
