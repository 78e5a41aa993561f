package io.weir.acceptance.chaos.cluster;

import io.weir.acceptance.process.ServiceProcess;
import io.weir.testing.EmbeddedKafka;
import io.weir.testing.EmbeddedPostgres;
import java.util.function.BooleanSupplier;

/** What runs, and what can be done to it. */
record Part(
    Runnable start,
    Runnable stop,
    Runnable kill,
    Runnable freeze,
    Runnable thaw,
    BooleanSupplier ready) {

  static Part of(ServiceProcess process) {
    return new Part(
        process::start,
        process::stop,
        process::kill,
        process::freeze,
        process::thaw,
        process::isReady);
  }

  /** PostgreSQL, whose start returns when it serves. */
  static Part of(EmbeddedPostgres postgres) {
    return new Part(
        postgres::start,
        postgres::stop,
        postgres::kill,
        postgres::freeze,
        postgres::thaw,
        postgres::running);
  }

  /** Kafka, whose start returns when it serves. */
  static Part of(EmbeddedKafka kafka) {
    return new Part(
        kafka::start, kafka::stop, kafka::kill, kafka::freeze, kafka::thaw, kafka::running);
  }

  boolean isReady() {
    return ready.getAsBoolean();
  }
}
