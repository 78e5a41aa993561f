package io.weir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as a child process on the loopback interface, with its data in a temporary directory.
 * Writes are not flushed to disk unless {@link Durability#DURABLE} is asked for, which makes tests
 * faster and loses data only if the machine itself goes down.
 */
public final class EmbeddedPostgres implements Postgres {
  private final int port = FreePorts.next();
  private final Durability durability;
  private final Path data;
  private final Path log;
  private io.zonky.test.db.postgres.embedded.@Nullable EmbeddedPostgres server;

  private EmbeddedPostgres(Durability durability) {
    this.durability = durability;
    // Inside the library's own directory, because there it stops and removes what a killed JVM left
    // behind.
    Path library = TempDirectory.existing("embedded-pg");
    data = library.resolve(UUID.randomUUID().toString());
    log = library.resolve(data.getFileName() + ".log");
  }

  /** Starts a server of its own for the caller, who has to close it. */
  public static EmbeddedPostgres launch(Durability durability) {
    var postgres = new EmbeddedPostgres(durability);
    postgres.start();
    Sql.createRole(postgres.host(), postgres.port(), "trusted");
    return postgres;
  }

  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public synchronized void start() {
    if (server != null) {
      return;
    }
    String flush = durability == Durability.DURABLE ? "on" : "off";
    try {
      server =
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setOutputRedirector(Redirect.appendTo(log.toFile()))
              .setPGStartupWait(Duration.ofSeconds(60))
              .setLocaleConfig("locale", "C.UTF-8")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("max_connections", "200")
              .setServerConfig("fsync", flush)
              .setServerConfig("synchronous_commit", flush)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "embedded PostgreSQL did not start on port " + port + ": " + readLog(), e);
    }
  }

  private String readLog() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "it left no log";
    }
  }

  @Override
  public synchronized void stop() {
    if (server == null) {
      return;
    }
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("embedded PostgreSQL did not stop", e);
    }
    server = null;
  }

  @Override
  public synchronized boolean running() {
    return server != null;
  }

  @Override
  public void close() {
    stop();
    TempDirectory.remove(data);
    TempDirectory.remove(log);
  }
}
