package io.weir.control.service;

import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.command.Rules;
import java.util.List;

/** How what a release holds is let go: the words for those whom it keeps from something. */
public final class Unreleasing {
  private Unreleasing() {}

  /** The call that makes an environment of a service answer nothing. */
  public static String call(ServiceId service, Environment environment) {
    return "DELETE /v1/services/%s/environments/%s".formatted(service, environment.value());
  }

  /** A sentence with those calls; at least one. */
  public static String hint(List<String> calls) {
    return "What is released stays until the service is released again without it, or until "
        + Rules.first(calls);
  }
}
