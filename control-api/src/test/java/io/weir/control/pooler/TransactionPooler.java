package io.weir.control.pooler;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.weir.testing.Backends;
import io.weir.testing.Pooler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Back ends whose PostgreSQL is reached through what gives each transaction another session. */
public final class TransactionPooler implements QuarkusTestResourceLifecycleManager {
  private @Nullable Backends backends;
  private @Nullable Pooler pooler;

  @Override
  public Map<String, String> start() {
    var own = Backends.exclusive();
    backends = own;
    var postgres = own.postgres();
    var shared = Pooler.ofTransactions(postgres.host(), postgres.port());
    pooler = shared;
    return Map.of(
        "weir.postgres.host", "127.0.0.1",
        "weir.postgres.port", Integer.toString(shared.port()),
        "weir.postgres.database", postgres.newDatabase(),
        "weir.postgres.user", postgres.user(),
        "weir.postgres.password", postgres.password(),
        "weir.kafka.bootstrap.servers", own.kafka().bootstrapServers());
  }

  @Override
  public void stop() {
    if (pooler != null) {
      pooler.close();
    }
    if (backends != null) {
      backends.close();
    }
  }
}
