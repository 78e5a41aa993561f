package io.weir.control.domain;

import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.Fields;

/** Everything about a custom domain that a caller decides. */
record DomainContent(Domain domain, DomainSettings settings) {
  /** Reads the body of a new one. */
  static DomainContent read(ServiceId service, Fields fields) {
    var domain = fields.text("domain", Domain::new).required();
    var environment = fields.text("environment", Environment::of).required();
    var certificate = fields.text("certificate", CertificateName::new).orNull();
    return fields.build(
        () ->
            new DomainContent(
                domain.get(), new DomainSettings(service, environment.get(), certificate.get())));
  }

  /** Reads the settings of one that exists: as it was answered, with the caller's changes. */
  static DomainSettings read(ServiceId service, Domain domain, Fields fields) {
    fields
        .same("domain", domain.value())
        .same("serviceId", service.value())
        .readOnly("version", "position", "changedAt");
    var environment = fields.text("environment", Environment::of).required();
    var certificate = fields.text("certificate", CertificateName::new).orNull();
    return fields.build(() -> new DomainSettings(service, environment.get(), certificate.get()));
  }
}
