package io.weir.testing;

import io.weir.stores.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL as a child process on the loopback interface, with its data in a temporary directory.
 * Writes are not flushed to disk unless {@link Durability#DURABLE} is asked for, which makes tests
 * faster and loses data only if the machine itself goes down.
 */
public final class EmbeddedPostgres implements Postgres {

  // PostgreSQL does not look at its standard input: a shell does, and then asks for a fast
  // shutdown.
  static final List<String> UNTIL_INPUT_ENDS =
      List.of(
          "sh",
          "-c",
          "exec 3<&0; \"$@\" 3<&- </dev/null & server=$!;"
              + " { cat <&3; kill -INT $server; } >/dev/null 2>&1 & wait $server",
          "sh");

  private final int port = FreePorts.next();
  private final Path directory;
  private final PostgresServer server;
  private final ChildServer child;

  private EmbeddedPostgres(Durability durability, Path directory) {
    this.directory = directory;
    Path log = directory.resolve("postgres.log");
    Path data = directory.resolve("data");
    server =
        new PostgresServer(
            TempDirectory.existing("weir-stores"),
            data,
            log,
            port,
            durability == Durability.DURABLE);
    child =
        new ChildServer(
            "embedded PostgreSQL", log, this::prepare, () -> PostgresServer.isReady(data));
  }

  /** Starts a server of its own for the caller, who has to close it. */
  public static EmbeddedPostgres launch(Durability durability) {
    return launch(durability, TempDirectory.create("weir-postgres-"));
  }

  /**
   * Starts a server of its own for the caller, who has to close it.
   *
   * @param directory for its data and log, removed with it; such as one on a disk that can be full
   */
  public static EmbeddedPostgres launch(Durability durability, Path directory) {
    var postgres = new EmbeddedPostgres(durability, directory);
    postgres.start();
    return postgres;
  }

  private ProcessBuilder prepare() throws IOException, InterruptedException {
    ProcessBuilder builder = server.prepare();
    List<String> command = new ArrayList<>(UNTIL_INPUT_ENDS);
    command.addAll(builder.command());
    return builder.command(command);
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
  public void start() {
    child.start();
  }

  @Override
  public void stop() {
    child.stop();
  }

  @Override
  public boolean running() {
    return child.running();
  }

  /** Ends it as a crash of its processes does (SIGKILL); {@link #start} brings it back. */
  public void kill() {
    child.kill();
  }

  /**
   * Starts it if it ended though nobody here ended it, as who supervises it would; says whether it
   * had.
   *
   * @throws IllegalStateException if it does not start
   */
  public boolean revive() {
    return child.revive();
  }

  /** Stops its processes where they are (SIGSTOP) until {@link #thaw}. */
  public void freeze() {
    child.freeze();
  }

  /** Lets it go on where it was. */
  public void thaw() {
    child.thaw();
  }

  @Override
  public void close() {
    stop();
    TempDirectory.remove(directory);
  }
}
