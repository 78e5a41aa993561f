package io.weir.ledger.quarkus;

import io.quarkus.runtime.StartupEvent;
import io.weir.ledger.relay.LedgerRelay;
import io.weir.ledger.relay.RelayOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs the relay in a service; its state is there to be shown, never to decide on readiness. */
@Singleton
public class RelayBean {
  private static final int CONNECT_SECONDS = 10;
  private static final int SILENCE_SECONDS = 30;

  @Produces
  @Singleton
  LedgerRelay relay(
      LedgerConfig config,
      @ConfigProperty(name = "weir.kafka.bootstrap.servers", defaultValue = "localhost:19092")
          String bootstrapServers,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    var options =
        RelayOptions.of(
            bootstrapServers, config.relay().topic(), config.relay().replicationFactor());
    return new LedgerRelay(database(url, user, password), options);
  }

  /**
   * Not the pool: the relay keeps one connection, with a lock that must live as long as it does.
   */
  private static DataSource database(String url, String user, String password) {
    var database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setUser(user);
    database.setPassword(password);
    database.setApplicationName("weir-relay");
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setSocketTimeout(SILENCE_SECONDS);
    database.setTcpKeepAlive(true);
    return database;
  }

  void start(@Observes StartupEvent started, LedgerRelay relay, LedgerConfig config) {
    if (config.relay().enabled()) {
      relay.start();
    }
  }

  void close(@Disposes LedgerRelay relay) {
    relay.close();
  }
}
