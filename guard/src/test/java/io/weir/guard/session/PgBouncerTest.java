package io.weir.guard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.guard.session.SessionProbe.Keeping;
import io.weir.testing.Backends;
import io.weir.testing.FreePorts;
import io.weir.testing.Postgres;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pooler that most have, where it is installed. */
@Tag("slow")
class PgBouncerTest {
  private static final Optional<Path> PROGRAM =
      Arrays.stream((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(":", -1))
          .map(folder -> Path.of(folder, "pgbouncer"))
          .filter(Files::isExecutable)
          .findFirst();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "session, 20, false",
    "transaction, 1, true",
    "transaction, 2, true",
    "transaction, 20, true",
    "statement, 1, true",
    "statement, 20, true"
  })
  void itIsFoundInEveryModeThatKeepsNoSessions(String mode, int size, boolean found)
      throws Exception {
    assumeTrue(PROGRAM.isPresent(), "PgBouncer is not installed (no pgbouncer on the PATH)");
    Postgres postgres = Backends.start().postgres();
    int port = FreePorts.next();
    Process pooler = start(postgres, postgres.newDatabase(), port, mode, size);
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> listens(port));
      for (int i = 0; i < 5; i++) {
        assertThat(look(port)).isInstanceOf(found ? Keeping.Lost.class : Keeping.Kept.class);
      }
    } finally {
      pooler.destroy();
      pooler.waitFor();
    }
  }

  private static Keeping look(int port) {
    var properties = new Properties();
    properties.setProperty("user", "anybody");
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("socketTimeout", "5");
    String url = "jdbc:postgresql://127.0.0.1:%d/pooled".formatted(port);
    return new SessionProbe(() -> DriverManager.getConnection(url, properties)).look();
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private Process start(Postgres postgres, String database, int port, String mode, int size)
      throws IOException {
    Path settings = folder.resolve("pgbouncer.ini");
    Files.writeString(
        settings,
        """
        [databases]
        pooled = host=%s port=%d dbname=%s user=%s password=%s
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = %s
        default_pool_size = %d
        ignore_startup_parameters = extra_float_digits,options
        """
            .formatted(
                postgres.host(),
                postgres.port(),
                database,
                postgres.user(),
                postgres.password(),
                port,
                mode,
                size));
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      // it does not run as root, either
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(PROGRAM.orElseThrow().toString(), settings.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("pgbouncer.log").toFile())
        .start();
  }
}
