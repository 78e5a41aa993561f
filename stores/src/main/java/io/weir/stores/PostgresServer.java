package io.weir.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL on 127.0.0.1 with a database {@code weir} owned by a role {@code weir}, password
 * {@code weir}. Nobody else can log in, the superuser included: it could run programs as the user
 * who started this.
 *
 * @param programs where the programs are unpacked
 * @param data the database cluster; made when absent
 * @param log told what making it prints
 * @param durable whether every commit is on disk before it is answered
 */
public record PostgresServer(Path programs, Path data, Path log, int port, boolean durable) {

  public static final String DATABASE = "weir";
  public static final String USER = "weir";
  public static final String PASSWORD = "weir";

  private static final String UNFINISHED = "postgres-unfinished-";

  // Whatever the user's locale is, and whether this system has it or not.
  private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "TZ", "UTC");

  private static final String WHO_MAY_CONNECT =
      "host all %s 127.0.0.1/32 scram-sha-256%n".formatted(USER);

  // Single-user mode: a statement ends with an empty line.
  private static final String FIRST_STATEMENTS =
      """
      CREATE ROLE %s LOGIN CREATEDB PASSWORD '%s';

      CREATE DATABASE %s OWNER %s;

      """
          .formatted(USER, PASSWORD, DATABASE, USER);

  /** Makes the cluster when there is none and says how to run the server. */
  public ProcessBuilder prepare() throws IOException, InterruptedException {
    Path bin = PostgresPrograms.unpack(programs).resolve("bin");
    if (!Files.exists(data)) {
      create(bin);
    }
    String flush = durable ? "on" : "off";
    List<String> command =
        new ArrayList<>(List.of(bin.resolve("postgres").toString(), "-D", data.toString()));
    for (String setting :
        List.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            // A socket file has a path of at most 107 bytes, and nobody needs one.
            "unix_socket_directories=",
            "max_connections=200",
            "fsync=" + flush,
            "synchronous_commit=" + flush,
            "full_page_writes=" + flush)) {
      command.addAll(List.of("-c", setting));
    }
    return process(command);
  }

  /**
   * The running server of this cluster, however it was started, as PostgreSQL itself records it;
   * empty when there is none.
   */
  public static Optional<ProcessHandle> running(Path data) {
    List<String> lines = postmaster(data);
    try {
      // Line 1 pid, line 2 cluster.
      if (lines.size() < 2 || !Files.isSameFile(Path.of(lines.get(1)), data)) {
        return Optional.empty();
      }
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(ProcessIdentity::runs)
          .filter(process -> serves(process, data));
    } catch (IOException | NumberFormatException notRunning) {
      return Optional.empty();
    }
  }

  /** A server works in the folder of its cluster; what was given its pid after a crash does not. */
  private static boolean serves(ProcessHandle process, Path data) {
    try {
      return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data);
    } catch (IOException noSuchTable) {
      return process.info().command().filter(command -> command.endsWith("postgres")).isPresent();
    }
  }

  /** Whether it serves; this is what {@code pg_ctl} goes by. */
  public static boolean isReady(Path data) {
    List<String> lines = postmaster(data);
    return lines.size() > 7 && lines.get(7).strip().equals("ready") && running(data).isPresent();
  }

  private static List<String> postmaster(Path data) {
    try {
      return Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (IOException notRunning) {
      return List.of();
    }
  }

  /** All or nothing: a cluster is made beside its place and moved there when it is whole. */
  private void create(Path bin) throws IOException, InterruptedException {
    Path beside = Files.createDirectories(data.resolveSibling(".").normalize());
    removeUnfinished(beside);
    Path half = Files.createTempDirectory(beside, UNFINISHED);
    List<String> initdb =
        new ArrayList<>(
            List.of(
                bin.resolve("initdb").toString(),
                "-D",
                half.toString(),
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=trust",
                "--no-instructions"));
    if (!durable) {
      initdb.add("--no-sync");
    }
    run(initdb, "");
    Files.writeString(half.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    String postgres = bin.resolve("postgres").toString();
    run(List.of(postgres, "--single", "-j", "-D", half.toString(), "postgres"), FIRST_STATEMENTS);
    Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void removeUnfinished(Path beside) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(beside, UNFINISHED + "*")) {
      for (Path half : all) {
        try {
          FileTree.delete(half);
        } catch (IOException | UncheckedIOException inUse) {
          // An initdb that outlived its launcher still writes there; the next start removes it.
        }
      }
    }
  }

  private void run(List<String> command, String input) throws IOException, InterruptedException {
    Process process =
        process(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (process.waitFor() != 0) {
      throw new IOException(
          "%s ended with exit code %d; see %s"
              .formatted(Path.of(command.getFirst()).getFileName(), process.exitValue(), log));
    }
  }

  /** PostgreSQL refuses to run as root; for root it runs in a user namespace that knows no root. */
  private static ProcessBuilder process(List<String> command)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      whole.addAll(List.of("unshare", "-U"));
      if (!succeeds("unshare", "-U", "true")) {
        throw new IOException(
            "PostgreSQL does not run as root, and this system allows no user namespaces to get"
                + " around that: run Weir as an ordinary user");
      }
    }
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().putAll(ENVIRONMENT);
    return builder;
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
