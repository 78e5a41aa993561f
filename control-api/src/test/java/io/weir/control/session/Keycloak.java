package io.weir.control.session;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.weir.testing.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Keycloak, started by its own script from the distribution that the system property {@value
 * #DISTRIBUTION} names, with the realm of {@code keycloak-realm.json}.
 */
public final class Keycloak implements QuarkusTestResourceLifecycleManager {
  /** Where its zip file is. */
  static final String DISTRIBUTION = "weir.keycloak";

  static final String AUDIENCE = "weir-api";
  static final String CONSOLE = "weir-console";
  static final String SECRET = "a secret of more than thirty-two characters";

  /** It builds itself when it starts for the first time, on a machine that may be busy. */
  private static final Duration START = Duration.ofMinutes(10);

  private static String url = "";

  private @Nullable Process process;

  static String url() {
    return url;
  }

  @Override
  public Map<String, String> start() {
    int port = FreePorts.next();
    url = "http://127.0.0.1:%d/realms/weir".formatted(port);
    try {
      process = start(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "weir.oidc.issuer", url,
        "weir.oidc.audience", AUDIENCE,
        "weir.oidc.client.id", CONSOLE,
        "weir.oidc.client.secret", SECRET,
        "weir.oidc.role.claim", "realm_access/roles");
  }

  private static Process start(int port) throws IOException {
    Path directory = Files.createTempDirectory(Path.of("target"), "keycloak").toAbsolutePath();
    run(directory, "jar", "xf", Path.of(System.getProperty(DISTRIBUTION)).toAbsolutePath());
    Path home;
    try (var entries = Files.list(directory)) {
      home = entries.findFirst().orElseThrow();
    }
    Path realms = Files.createDirectories(home.resolve("data/import"));
    try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak-realm.json")) {
      Files.copy(Objects.requireNonNull(realm), realms.resolve("weir.json"));
    }
    Path output = directory.resolve("output");
    var builder =
        new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process started = builder.start();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var metadata =
          HttpRequest.newBuilder(URI.create(url + "/.well-known/openid-configuration")).build();
      await()
          .atMost(START)
          .ignoreExceptions()
          .failFast("Keycloak ended, see " + output, () -> !started.isAlive())
          .until(() -> http.send(metadata, BodyHandlers.discarding()).statusCode() == 200);
    }
    return started;
  }

  private static void run(Path directory, String tool, Object... arguments) throws IOException {
    var command =
        new ArrayList<String>(
            List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    try {
      int code = new ProcessBuilder(command).directory(directory.toFile()).start().waitFor();
      if (code != 0) {
        throw new IOException(command + " ended with " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command + " was interrupted", e);
    }
  }

  @Override
  public void stop() {
    if (process == null) {
      return;
    }
    // the script waits for the process that it has started
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
