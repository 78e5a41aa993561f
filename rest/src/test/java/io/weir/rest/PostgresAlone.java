package io.weir.rest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.weir.testing.Backends;
import java.util.Map;

/** Gives the kit's tests an empty database. */
public final class PostgresAlone implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    var postgres = Backends.start().postgres();
    return Map.of(
        "quarkus.datasource.reactive.url",
        "vertx-reactive:postgresql://%s:%d/%s"
            .formatted(postgres.host(), postgres.port(), postgres.newDatabase()),
        "quarkus.datasource.username",
        postgres.user(),
        "quarkus.datasource.password",
        postgres.password());
  }

  @Override
  public void stop() {}
}
