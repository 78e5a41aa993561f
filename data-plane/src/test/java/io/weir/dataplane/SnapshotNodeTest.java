package io.weir.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.NodeProcess;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The real process without anything but a file. */
@Timeout(120)
class SnapshotNodeTest {
  private static final String NO_KAFKA = "127.0.0.1:1";

  @TempDir Path directory;

  private Path file(int port, String path) throws IOException {
    Path yaml = directory.resolve("gateway.yaml");
    Files.writeString(
        yaml,
        """
        vpcs: [edge]
        instances: {front: {vpc: edge}}
        upstreams: {pets: {vpc: edge, nodes: ["127.0.0.1:%d"]}}
        services:
          shop:
            id: service-0123abcd
            instance: front
            apis: {pets: {front: %s, upstream: pets}}
        """
            .formatted(port, path));
    Path out = directory.resolve("gateway.weir");
    int code =
        new CommandLine(new DataPlane())
            .execute("snapshot", "--yaml", yaml.toString(), "--out", out.toString());
    assertThat(code).isZero();
    return out;
  }

  private static int status(NodeProcess process, String path) throws IOException {
    try (Client client = new Client(process.port())) {
      return client
          .call("GET " + path + " HTTP/1.1\nHost: service-0123abcd.localhost\n\n")
          .status();
    }
  }

  @Test
  void servesTheFileAndItsNextContent() throws Exception {
    try (FakeUpstream node = FakeUpstream.http();
        NodeProcess process =
            NodeProcess.start(
                NO_KAFKA, directory, "--snapshot", file(node.port(), "/pets").toString())) {
      process.awaitReady();
      assertThat(process.admin("/replica").path("state").asText()).isEqualTo("SNAPSHOT");
      assertThat(status(process, "/release/pets")).isEqualTo(200);
      assertThat(status(process, "/release/cats")).isEqualTo(404);
      file(node.port(), "/cats");
      await().atMost(Duration.ofSeconds(30)).until(() -> status(process, "/release/cats") == 200);
      assertThat(status(process, "/release/pets")).isEqualTo(404);
      process.terminate();
      assertThat(process.exitCode()).isZero();
    }
  }

  @Test
  void aHangupReadsTheFileAgain() throws Exception {
    try (NodeProcess process =
        NodeProcess.start(NO_KAFKA, directory, "--snapshot", file(1, "/pets").toString())) {
      process.awaitReady();
      process.hangUp();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> process.output().split("is served: position", -1).length == 3);
      assertThat(process.status("/health/ready")).isEqualTo(200);
    }
  }

  @Test
  void doesNotStartWithoutTheFile() throws Exception {
    try (NodeProcess process =
        NodeProcess.start(NO_KAFKA, directory, "--snapshot", directory + "/none")) {
      assertThat(process.exitCode()).isOne();
      assertThat(process.output()).contains("there is no such file");
    }
  }
}
