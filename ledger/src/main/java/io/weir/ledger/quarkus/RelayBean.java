package io.weir.ledger.quarkus;

import io.quarkus.runtime.StartupEvent;
import io.weir.ledger.KnownEnd;
import io.weir.ledger.Ledger;
import io.weir.ledger.recovery.LedgerRecovery;
import io.weir.ledger.recovery.TopicSource;
import io.weir.ledger.relay.LedgerRelay;
import io.weir.ledger.relay.RelayOptions;
import io.weir.ledger.relay.TopicWatch;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs the relay in a service; its state is there to be shown, never to decide on readiness. */
@Singleton
public class RelayBean {
  private static final int CONNECT_SECONDS = 10;
  private static final int SILENCE_SECONDS = 30;

  /** Less than what PostgreSQL lets a transaction be idle for. */
  private static final Duration RECOVERY_PATIENCE = Duration.ofSeconds(8);

  /**
   * The server's, in milliseconds, as those of the pool: what hangs must not hold what others need.
   */
  private static final String TIMEOUTS =
      "-c statement_timeout=30000 -c lock_timeout=10000"
          + " -c idle_in_transaction_session_timeout=10000";

  @Produces
  @Singleton
  RelayOptions options(
      LedgerConfig config,
      @ConfigProperty(name = "weir.kafka.bootstrap.servers", defaultValue = "localhost:19092")
          String bootstrapServers) {
    return RelayOptions.of(bootstrapServers, config.topic(), config.relay().replicationFactor());
  }

  @Produces
  @Singleton
  LedgerRecovery recovery(
      RelayOptions options,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    var topic = new TopicSource(options.bootstrapServers(), options.topic(), RECOVERY_PATIENCE);
    return new LedgerRecovery(database(url, user, password), topic);
  }

  @Produces
  @Singleton
  TopicWatch watch(RelayOptions options, Ledger ledger, KnownEnd known) {
    return new TopicWatch(options, ledger.events(), known);
  }

  @Produces
  @Singleton
  LedgerRelay relay(
      RelayOptions options,
      Ledger ledger,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    return new LedgerRelay(database(url, user, password), ledger.events(), options);
  }

  /**
   * Not the pool: the relay keeps one connection, with a lock that must live as long as it does.
   */
  static DataSource database(String url, String user, String password) {
    var database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setUser(user);
    database.setPassword(password);
    database.setApplicationName("weir-relay");
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setSocketTimeout(SILENCE_SECONDS);
    database.setTcpKeepAlive(true);
    database.setOptions(TIMEOUTS);
    return database;
  }

  void start(
      @Observes StartupEvent started, LedgerRelay relay, TopicWatch watch, LedgerConfig config) {
    if (config.relay().enabled()) {
      relay.start();
      watch.start();
    }
  }

  void close(@Disposes TopicWatch watch) {
    watch.close();
  }

  void close(@Disposes LedgerRelay relay) {
    relay.close();
  }
}
