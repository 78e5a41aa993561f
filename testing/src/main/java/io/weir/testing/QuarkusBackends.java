package io.weir.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test PostgreSQL and Kafka of its own, with an empty database, and tells the
 * application where they are: {@code @QuarkusTestResource(QuarkusBackends.class)}. A field of type
 * {@link Backends} in the test class receives them, for tests that break them.
 */
public final class QuarkusBackends implements QuarkusTestResourceLifecycleManager {
  private @Nullable Backends backends;

  @Override
  public Map<String, String> start() {
    var own = Backends.exclusive();
    backends = own;
    var postgres = own.postgres();
    return Map.of(
        "weir.postgres.host", postgres.host(),
        "weir.postgres.port", Integer.toString(postgres.port()),
        "weir.postgres.database", postgres.newDatabase(),
        "weir.postgres.user", postgres.user(),
        "weir.postgres.password", postgres.password(),
        "weir.kafka.bootstrap.servers", own.kafka().bootstrapServers());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(backends, new TestInjector.MatchesType(Backends.class));
  }

  @Override
  public void stop() {
    if (backends != null) {
      backends.close();
      backends = null;
    }
  }
}
