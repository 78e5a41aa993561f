package io.weir.testing;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and Kafka for tests, each started when first asked for. {@link #start} gives the pair
 * that all tests of a JVM share and that ends with it; a test that stops servers or needs fixed
 * topic names takes its own with {@link #exclusive} and closes it.
 */
public final class Backends implements AutoCloseable {
  private final BackendKind kind;
  private final Durability durability;
  private @Nullable Postgres postgres;
  private @Nullable Kafka kafka;

  private Backends(BackendKind kind, Durability durability) {
    this.kind = kind;
    this.durability = durability;
  }

  /** The back ends shared by all tests of this JVM; closing them is left to the JVM's end. */
  public static Backends start() {
    return Shared.INSTANCE;
  }

  /** Back ends of the caller alone, who has to close them. */
  public static Backends exclusive() {
    return exclusive(Durability.FAST);
  }

  /** Back ends of the caller alone; containers are always {@link Durability#DURABLE}. */
  public static Backends exclusive(Durability durability) {
    return new Backends(Shared.KIND, durability);
  }

  /** Where the servers run. */
  public BackendKind kind() {
    return kind;
  }

  /** The PostgreSQL server, started by the first call. */
  public synchronized Postgres postgres() {
    if (postgres == null) {
      postgres =
          switch (kind) {
            case EMBEDDED -> EmbeddedPostgres.launch(durability);
            case CONTAINERS -> ContainerPostgres.launch();
          };
    }
    return postgres;
  }

  /** The Kafka broker, started by the first call. */
  public synchronized Kafka kafka() {
    if (kafka == null) {
      kafka =
          switch (kind) {
            case EMBEDDED -> EmbeddedKafka.launch();
            case CONTAINERS -> ContainerKafka.launch();
          };
    }
    return kafka;
  }

  @Override
  public synchronized void close() {
    try (var broker = kafka;
        var database = postgres) {
      kafka = null;
      postgres = null;
    }
  }

  private static final class Shared {
    static final BackendKind KIND = BackendKind.choose();
    static final Backends INSTANCE = new Backends(KIND, Durability.FAST);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close, "test-back-ends-closer"));
    }
  }
}
