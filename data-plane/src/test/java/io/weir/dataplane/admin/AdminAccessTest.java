package io.weir.dataplane.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets more than health from the admin port. */
class AdminAccessTest {
  private static final String TOKEN = "a-token-of-some-length";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path directory;

  @AfterEach
  void close() {
    client.close();
    vertx.close().await();
  }

  /** The status that a server with this access answers, asked under that address. */
  private int status(AdminAccess access, String host, String path, String... headers)
      throws Exception {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  AdminProblem denied = access.deny(request);
                  request.response().setStatusCode(denied == null ? 200 : denied.status()).end();
                })
            .listen(0, host)
            .await();
    var request =
        HttpRequest.newBuilder(URI.create("http://" + host + ":" + server.actualPort() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private AdminAccess withToken() throws IOException {
    Path file = directory.resolve("token");
    Files.writeString(file, TOKEN + "\n");
    return AdminAccess.of(file);
  }

  @Test
  void withoutATokenThisMachineIsAnswered() throws Exception {
    assertThat(status(AdminAccess.LOOPBACK, "127.0.0.1", "/routes")).isEqualTo(200);
  }

  @Test
  void withoutATokenOthersGetHealthAlone() throws Exception {
    Optional<String> outward = outward();
    Assumptions.assumeTrue(outward.isPresent(), "this machine has a loopback address alone");
    String host = outward.get();
    assertThat(status(AdminAccess.LOOPBACK, host, "/routes")).isEqualTo(401);
    assertThat(status(AdminAccess.LOOPBACK, host, "/health/live")).isEqualTo(200);
    assertThat(status(withToken(), host, "/routes", "Authorization", "Bearer " + TOKEN))
        .isEqualTo(200);
  }

  private static Optional<String> outward() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst();
  }

  @Test
  void withATokenWhoShowsItIsAnsweredAndNobodyElse() throws Exception {
    AdminAccess access = withToken();
    assertThat(status(access, "127.0.0.1", "/metrics", "Authorization", "Bearer " + TOKEN))
        .isEqualTo(200);
    assertThat(status(access, "127.0.0.1", "/health/ready")).isEqualTo(200);
    assertThat(status(access, "127.0.0.1", "/metrics")).isEqualTo(401);
    for (String wrong : List.of("Bearer " + TOKEN + "x", "Bearer ", "Basic " + TOKEN, TOKEN)) {
      assertThat(status(access, "127.0.0.1", "/", "Authorization", wrong)).as(wrong).isEqualTo(401);
    }
    assertThat(
            status(
                access,
                "127.0.0.1",
                "/",
                "Authorization",
                "Bearer " + TOKEN,
                "Authorization",
                "Bearer " + TOKEN))
        .isEqualTo(401);
  }

  @Test
  void aFileWithoutATokenEndsTheStart() throws IOException {
    assertThatThrownBy(() -> AdminAccess.of(directory.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be read");
    for (String text : List.of("", "short", "two words that are long", "grüße".repeat(5))) {
      Path file = directory.resolve("token");
      Files.writeString(file, text);
      assertThatThrownBy(() -> AdminAccess.of(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("16 to 256");
    }
  }
}
