package io.weir.standalone.postgres;

import io.weir.standalone.home.FileTree;
import io.weir.standalone.process.Launch;
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

/**
 * A PostgreSQL on 127.0.0.1 with a database {@code weir} owned by a role {@code weir}, password
 * {@code weir}. Every commit is on disk before it is answered. Nobody else can log in, the
 * superuser included: it could run programs as the user who started this.
 */
public final class EmbeddedPostgres {

  public static final String DATABASE = "weir";
  public static final String USER = "weir";
  public static final String PASSWORD = "weir";

  private static final String UNFINISHED = "postgres-unfinished-";

  // Whatever the user's locale is, and whether this system has it or not.
  private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "TZ", "UTC");

  private static final String WHO_MAY_CONNECT =
      "host %s %s 127.0.0.1/32 scram-sha-256%n".formatted(DATABASE, USER);

  // Single-user mode: a statement ends with an empty line.
  private static final String FIRST_STATEMENTS =
      """
      CREATE ROLE %s LOGIN PASSWORD '%s';

      CREATE DATABASE %s OWNER %s;

      """
          .formatted(USER, PASSWORD, DATABASE, USER);

  private final Path lib;
  private final Path data;
  private final Path log;
  private final int port;

  /**
   * @param lib where the programs are unpacked
   * @param data the database cluster; made when absent
   * @param log told what making it prints
   */
  public EmbeddedPostgres(Path lib, Path data, Path log, int port) {
    this.lib = lib;
    this.data = data;
    this.log = log;
    this.port = port;
  }

  /** Makes the cluster when there is none and says how to run the server. */
  public Launch prepare() throws IOException, InterruptedException {
    Path bin = PostgresPrograms.unpack(lib).resolve("bin");
    if (!Files.exists(data)) {
      create(bin);
    }
    return new Launch(Unprivileged.command(serverCommand(bin)), ENVIRONMENT);
  }

  private List<String> serverCommand(Path bin) {
    List<String> command =
        new ArrayList<>(List.of(bin.resolve("postgres").toString(), "-D", data.toString()));
    Map<String, String> settings =
        Map.of(
            "port", Integer.toString(port),
            "listen_addresses", "127.0.0.1",
            // A socket file has a path of at most 107 bytes, and nobody needs one.
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on");
    settings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            setting -> command.addAll(List.of("-c", setting.getKey() + "=" + setting.getValue())));
    return command;
  }

  /** All or nothing: a cluster is made beside its place and moved there when it is whole. */
  private void create(Path bin) throws IOException, InterruptedException {
    Path beside = data.resolveSibling(".").normalize();
    Files.createDirectories(beside);
    removeUnfinished(beside);
    Path half = Files.createTempDirectory(beside, UNFINISHED);
    run(
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
            "--no-instructions"),
        "");
    Files.writeString(half.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    run(
        List.of(
            bin.resolve("postgres").toString(),
            "--single",
            "-j",
            "-D",
            half.toString(),
            "postgres"),
        FIRST_STATEMENTS);
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
    ProcessBuilder builder =
        new ProcessBuilder(Unprivileged.command(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(ENVIRONMENT);
    Process process = builder.start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (process.waitFor() != 0) {
      throw new IOException(
          "%s ended with exit code %d; see %s"
              .formatted(Path.of(command.getFirst()).getFileName(), process.exitValue(), log));
    }
  }
}
