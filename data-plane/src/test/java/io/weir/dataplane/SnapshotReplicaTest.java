package io.weir.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.ReplicaProcess;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.SampleGateway;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real process without anything but a file. */
@Timeout(120)
@Tag("slow")
class SnapshotReplicaTest {
  private static final String NO_KAFKA = "127.0.0.1:1";

  @TempDir Path directory;

  /** Written beside and renamed, as everything that makes snapshots does. */
  private Path file(FakeLedger ledger) throws IOException {
    Path file = directory.resolve("gateway.weir");
    Path beside = directory.resolve("beside");
    try (OutputStream out = Files.newOutputStream(beside)) {
      new Snapshot(ledger.image(), -1).write(out);
    }
    return Files.move(
        beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static int status(ReplicaProcess process, ServiceId service, String path)
      throws IOException {
    try (Client client = new Client(process.port())) {
      return client.call("GET " + path + " HTTP/1.1\nHost: " + service + ".localhost\n\n").status();
    }
  }

  @Test
  void servesTheFileAndItsNextContent() throws Exception {
    try (FakeUpstream node = FakeUpstream.http()) {
      SampleGateway gateway = SampleGateway.withNodes(EventMother.node(node.port(), 1));
      FakeLedger ledger = gateway.ledger();
      ServiceId service = gateway.service().id();
      try (ReplicaProcess process =
          ReplicaProcess.start(NO_KAFKA, directory, "--snapshot", file(ledger).toString())) {
        process.awaitReady();
        assertThat(process.admin("/replica").path("state").asText()).isEqualTo("SNAPSHOT");
        assertThat(status(process, service, "/release/pets")).isEqualTo(200);
        assertThat(status(process, service, "/release/cats")).isEqualTo(404);
        ApiCreated cats = EventMother.api(service, "cats", "/cats", gateway.upstream().id());
        ledger.append(cats, EventMother.released(service, Environment.RELEASE, cats));
        file(ledger);
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> status(process, service, "/release/cats") == 200);
        assertThat(status(process, service, "/release/pets")).isEqualTo(404);
        process.terminate();
        assertThat(process.exitCode()).isZero();
      }
    }
  }

  @Test
  void aHangupReadsTheFileAgain() throws Exception {
    FakeLedger ledger = SampleGateway.withNodes(EventMother.node(1, 1)).ledger();
    try (ReplicaProcess process =
        ReplicaProcess.start(NO_KAFKA, directory, "--snapshot", file(ledger).toString())) {
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
    try (ReplicaProcess process =
        ReplicaProcess.start(NO_KAFKA, directory, "--snapshot", directory + "/none")) {
      assertThat(process.exitCode()).isOne();
      assertThat(process.output()).contains("there is no such file");
    }
  }
}
