package io.weir.testing;

import io.weir.stores.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two PostgreSQL servers, of which the second follows the first: a commit is answered when both
 * have it. One address leads to whichever is the primary.
 */
public final class PostgresPair implements AutoCloseable {
  private static final int PROMOTION_SECONDS = 120;

  private final Path directory = TempDirectory.create("weir-postgres-pair-");
  private final Path log = directory.resolve("postgres.log");
  private final PostgresServer first = server("first");
  private final PostgresServer second = server("second");
  private final ChildServer primary =
      new ChildServer(
          "primary PostgreSQL",
          log,
          this::preparePrimary,
          () -> PostgresServer.isReady(first.data()));
  private final ChildServer standby =
      new ChildServer(
          "standby PostgreSQL",
          log,
          this::prepareStandby,
          () -> PostgresServer.isReady(second.data()));
  private final TcpProxy address;

  private PostgresPair() {
    primary.start();
    standby.start();
    address = TcpProxy.to("127.0.0.1", first.port());
  }

  /** Starts both, for the caller, who has to close them. */
  public static PostgresPair launch() {
    return new PostgresPair();
  }

  /** Port of the primary on 127.0.0.1, the same after it has changed. */
  public int port() {
    return address.port();
  }

  /**
   * Kills the primary, makes the standby the primary, and leads the address there; returns when it
   * takes changes. To be called once.
   */
  public void failOver() throws InterruptedException {
    PostgresServer.running(first.data()).orElseThrow().destroyForcibly();
    address.cut();
    primary.stop();
    try {
      Files.createFile(second.data().resolve("promote"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Signals.send("USR1", List.of(PostgresServer.running(second.data()).orElseThrow()));
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PROMOTION_SECONDS);
    // the server removes it when it has become one that takes changes
    while (Files.exists(standbySignal())) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException("the standby was not promoted, see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    address.leadTo(second.port());
    address.resume();
  }

  private PostgresServer server(String name) {
    return new PostgresServer(
        TempDirectory.existing("weir-stores"),
        directory.resolve(name),
        log,
        FreePorts.next(),
        true);
  }

  private ProcessBuilder preparePrimary() throws IOException, InterruptedException {
    List<String> command = first.prepare().command();
    List<String> alone = new ArrayList<>(command.subList(0, command.indexOf("-D")));
    alone.addAll(List.of("--single", "-j", "-D", first.data().toString(), "postgres"));
    run(alone, "ALTER ROLE %s REPLICATION;\n\n".formatted(PostgresServer.USER));
    Files.writeString(
        first.data().resolve("pg_hba.conf"),
        "host replication %s 127.0.0.1/32 scram-sha-256%n".formatted(PostgresServer.USER),
        StandardOpenOption.APPEND);
    run(List.of("cp", "-a", first.data().toString(), second.data().toString()), "");
    return untilInputEnds(first, "synchronous_standby_names=*");
  }

  private ProcessBuilder prepareStandby() throws IOException, InterruptedException {
    Files.createFile(standbySignal());
    return untilInputEnds(
        second,
        "primary_conninfo=host=127.0.0.1 port=%d user=%s password=%s"
            .formatted(first.port(), PostgresServer.USER, PostgresServer.PASSWORD));
  }

  private Path standbySignal() {
    return second.data().resolve("standby.signal");
  }

  private static ProcessBuilder untilInputEnds(PostgresServer server, String setting)
      throws IOException, InterruptedException {
    ProcessBuilder builder = server.prepare();
    List<String> command = new ArrayList<>(EmbeddedPostgres.UNTIL_INPUT_ENDS);
    command.addAll(builder.command());
    command.addAll(List.of("-c", setting));
    return builder.command(command);
  }

  private void run(List<String> command, String input) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed, see " + log);
    }
  }

  @Override
  public void close() {
    address.close();
    primary.stop();
    standby.stop();
    TempDirectory.remove(directory);
  }
}
