package io.weir.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.log.Recorded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SnapshotCommandTest {
  @TempDir Path directory;

  private final StringWriter output = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new SnapshotCommand())
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(output, true))
        .execute(arguments);
  }

  private Path out() {
    return directory.resolve("gateway.weir");
  }

  private GatewayImage written() throws IOException {
    try (InputStream in = Files.newInputStream(out())) {
      return Snapshot.read(in, EventCodec.CURRENT).image();
    }
  }

  private int fromYaml(String yaml) throws IOException {
    Path file = directory.resolve("gateway.yaml");
    Files.writeString(file, yaml);
    return run("--yaml", file.toString(), "--out", out().toString());
  }

  private int from(int status, byte[] body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/snapshot",
        exchange -> {
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      return run("--from", url, "--out", out().toString());
    } finally {
      server.stop(0);
    }
  }

  private static GatewayImage recorded() throws UnknownEventException {
    List<Recorded> history = RandomHistory.of(7, 60);
    GatewayDelta delta =
        new GatewayDelta(GatewayImage.genesis(history.getFirst().envelope().ledgerId()));
    for (Recorded one : history) {
      delta.replay(one, EventCodec.CURRENT.decode(one.envelope().type(), one.data()));
    }
    return delta.apply();
  }

  private static byte[] bytes(GatewayImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Snapshot(image, 7).write(bytes);
    return bytes.toByteArray();
  }

  @Test
  void yamlBecomesAFile() throws Exception {
    assertThat(fromYaml(GatewayYamlTest.example())).isZero();
    assertThat(written()).isEqualTo(GatewayYaml.read(GatewayYamlTest.example()));
    assertThat(output.toString()).contains("shop: service-0123abcd in release, test");
  }

  @Test
  void violationsAreTheOutputAndTheOldFileStays() throws Exception {
    assertThat(fromYaml(GatewayYamlTest.example())).isZero();
    assertThat(fromYaml("vpcs: [-]\nstuff: 1\n")).isOne();
    assertThat(output.toString()).contains("gateway.yaml:1:", "gateway.yaml:2:8: stuff");
    assertThat(written().services()).isNotEmpty();
    try (var files = Files.list(directory)) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  @Test
  void aRunningWeirBecomesAFile() throws Exception {
    GatewayImage image = recorded();
    assertThat(from(200, bytes(image))).isZero();
    assertThat(written()).isEqualTo(image);
  }

  @Test
  void aSnapshotThatIsCutShortIsRefused() throws Exception {
    byte[] whole = bytes(recorded());
    assertThat(from(200, Arrays.copyOf(whole, whole.length - 10))).isOne();
    assertThat(output.toString()).contains("cut short");
    assertThat(out()).doesNotExist();
  }

  @Test
  void anAnswerThatIsNoSnapshotIsTold() throws Exception {
    assertThat(from(503, "no event has been read yet".getBytes())).isOne();
    assertThat(output.toString()).contains("answers 503 no event has been read yet");
  }

  @Test
  void whatIsMissingIsTold() {
    assertThat(run("--from", "http://127.0.0.1:1", "--out", out().toString())).isOne();
    assertThat(run("--yaml", directory.resolve("none").toString(), "--out", out().toString()))
        .isOne();
    assertThat(run("--out", out().toString())).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(output.toString()).contains("nobody listens at", "there is no file");
  }

  @Test
  void theSchemaIsTheOutput() {
    assertThat(run("--schema")).isZero();
    assertThat(output.toString().strip()).isEqualTo(GatewaySchema.text());
  }
}
