package io.weir.contracts.content;

import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;

/** Reads the bodies of custom domains, whose names stand beside it. */
public final class DomainContent {
  private DomainContent() {}

  /** One body. */
  public static DomainSettings read(ServiceId service, Fields fields) {
    var environment = fields.text("environment", Environment::of).required();
    var certificate = fields.text("certificate", CertificateName::new).orNull();
    fields.readOnly("certificateState");
    return fields.build(() -> new DomainSettings(service, environment.get(), certificate.get()));
  }
}
