package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.weir.contracts.value.KeySecret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir key} before a management API that answers what the test says. */
class KeyCommandTest {
  private static final String SECRET = "weir_m1n2b3v4_" + "0".repeat(49);

  @TempDir Path directory;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private volatile String body = "";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              bytes.length == 0 ? 204 : 200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int weir(String... arguments) {
    return WeirCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(arguments);
  }

  private String url() {
    return "--url=http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Path file(String mode, String text) throws IOException {
    Path file = directory.resolve("key");
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @Test
  void aKeyIsMadeAndItsSecretIsAllThatIsPrinted() {
    body = "{\"id\":\"key-m1n2b3v4\",\"name\":\"deployer\",\"key\":\"" + SECRET + "\"}";
    assertThat(
            weir(
                "key",
                "create",
                "deployer",
                url(),
                "--role=operator",
                "--scope",
                "vpc-aaaaaaaa",
                "service-bbbbbbbb",
                "--expires=90d"))
        .isZero();
    assertThat(asked).containsExactly("POST /v1/keys");
    assertThat(out).hasToString(SECRET + System.lineSeparator());
    assertThat(errors.toString()).contains("key-m1n2b3v4").doesNotContain(SECRET);
    assertThat(sent.getFirst())
        .startsWith(
            "{\"name\":\"deployer\",\"role\":\"OPERATOR\","
                + "\"scope\":[\"vpc-aaaaaaaa\",\"service-bbbbbbbb\"],\"expiresAt\":\"");
    Instant expiry = Instant.parse(sent.getFirst().replaceAll(".*\"expiresAt\":\"|\"}", ""));
    assertThat(Duration.between(Instant.now(), expiry))
        .isBetween(Duration.ofDays(89), Duration.ofDays(90));
  }

  @Test
  void aTimeThatIsNoneIsExplained() {
    assertThat(weir("key", "create", "x", url(), "--role=viewer", "--expires=soon")).isEqualTo(2);
    assertThat(errors.toString()).contains("--expires is a time such as 30m");
    assertThat(asked).isEmpty();
  }

  @Test
  void keysAreLines() {
    body =
        """
        {"items":[{"id":"key-m1n2b3v4","name":"deployer","role":"OPERATOR","scope":["vpc-aaaaaaaa"],
         "expiresAt":"2027-01-01T00:00:00Z","used":false,"expired":false}]}\
        """;
    assertThat(weir("key", "list", url())).isZero();
    assertThat(out.toString())
        .contains("key-m1n2b3v4  OPERATOR  deployer")
        .contains("never used, expires 2027-01-01T00:00:00Z, vpc-aaaaaaaa");
  }

  @Test
  void aKeyIsRevoked() {
    assertThat(weir("key", "revoke", "key-m1n2b3v4", url())).isZero();
    assertThat(asked).containsExactly("DELETE /v1/keys/key-m1n2b3v4");
  }

  @Test
  void theKeyInAFileOfMineAloneIsShown() throws IOException {
    body = "{\"items\":[]}";
    assertThat(weir("key", "list", url(), "--key-file=" + file("rw-------", SECRET + "\n")))
        .isZero();
    assertThat(shown).containsExactly("Bearer " + SECRET);
  }

  @Test
  void aFileThatOthersCanReadIsRefusedWithWhatToDo() throws IOException {
    Path file = file("rw-r-----", SECRET);
    assertThat(weir("key", "list", url(), "--key-file=" + file)).isEqualTo(1);
    assertThat(errors.toString()).contains("others than its owner", "chmod 600 " + file);
    assertThat(asked).isEmpty();
  }

  @Test
  void aFileThatHoldsNoKeyOrIsNotThereIsNamed() throws IOException {
    assertThat(weir("key", "list", url(), "--key-file=" + file("rw-------", "hello"))).isEqualTo(1);
    assertThat(weir("key", "list", url(), "--key-file=" + directory.resolve("none"))).isEqualTo(1);
    assertThat(errors.toString()).contains("holds no API key", "there is no ");
    assertThat(asked).isEmpty();
  }

  @Test
  void aSecretForTheFirstKeyIsNewEveryTime() {
    assertThat(weir("key", "secret")).isZero();
    assertThat(weir("key", "secret")).isZero();
    List<String> secrets = out.toString().lines().toList();
    assertThat(secrets).hasSize(2).doesNotHaveDuplicates();
    for (String secret : secrets) {
      assertThat(new KeySecret(secret).text()).isEqualTo(secret);
    }
  }
}
