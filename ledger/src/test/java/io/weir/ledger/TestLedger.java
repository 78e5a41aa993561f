package io.weir.ledger;

import io.smallrye.context.SmallRyeContextManagerProvider;
import io.vertx.core.Vertx;
import java.util.Properties;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;

/** A ledger without Quarkus: Hibernate Reactive on a Vert.x of its own. */
final class TestLedger implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final SessionFactory factory;
  private final Ledger ledger;

  private TestLedger(TestDatabase database, LedgerOptions options, KnownEnd known) {
    // Made on first use otherwise, which two threads can be at once; Quarkus makes it at its start.
    SmallRyeContextManagerProvider.getManager();
    factory = factory(vertx, database);
    ledger = new Ledger(factory.unwrap(Mutiny.SessionFactory.class), vertx, options, known);
  }

  static TestLedger open(TestDatabase database) {
    return open(database, LedgerOptions.DEFAULTS);
  }

  static TestLedger open(TestDatabase database, LedgerOptions options) {
    return new TestLedger(database, options, KnownEnd.ofNobody());
  }

  /** One that is told how far the ledger has come. */
  static TestLedger open(TestDatabase database, KnownEnd known) {
    return new TestLedger(database, LedgerOptions.DEFAULTS, known);
  }

  Ledger ledger() {
    return ledger;
  }

  /** What is stored, read past the ledger. */
  StoredEvents events() {
    return ledger.events();
  }

  /** How many statements Hibernate has a plan of. */
  int plans() {
    return factory
        .unwrap(SessionFactoryImplementor.class)
        .getQueryEngine()
        .getInterpretationCache()
        .getNumberOfCachedQueryPlans();
  }

  private static SessionFactory factory(Vertx vertx, TestDatabase database) {
    var properties = new Properties();
    properties.put(
        "jakarta.persistence.jdbc.url",
        "postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name()));
    properties.put("jakarta.persistence.jdbc.user", database.user());
    properties.put("jakarta.persistence.jdbc.password", database.password());
    properties.put("hibernate.connection.pool_size", "4");
    var configuration =
        new Configuration()
            .addAnnotatedClass(EventRow.class)
            .addAnnotatedClass(CommandRow.class)
            .addAnnotatedClass(HeadRow.class)
            .addAnnotatedClass(ImageRow.class);
    configuration.setProperties(properties);
    StandardServiceRegistry registry =
        new ReactiveServiceRegistryBuilder()
            .applySettings(configuration.getProperties())
            .addService(VertxInstance.class, new ProvidedVertxInstance(vertx))
            .build();
    return configuration.buildSessionFactory(registry);
  }

  @Override
  public void close() {
    ledger.close();
    factory.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
