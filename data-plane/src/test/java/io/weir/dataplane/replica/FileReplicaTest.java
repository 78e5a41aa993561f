package io.weir.dataplane.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Snapshot;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.SampleGateway;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReplicaTest {
  private static final Duration OFTEN = Duration.ofMillis(10);
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path directory;

  private final FakeLedger ledger = SampleGateway.withNodes(EventMother.node(80, 1)).ledger();
  private final List<GatewayImage> published = new CopyOnWriteArrayList<>();
  private final ImagePublisher publisher =
      new ImagePublisher() {
        @Override
        public void publish(GatewayImage image) {
          published.add(image);
        }

        @Override
        public void publish(GatewayImage image, GatewayDelta delta) {
          throw new AssertionError("a file is always a whole image");
        }
      };
  private FileReplica replica;

  @AfterEach
  void stop() {
    if (replica != null) {
      replica.stop();
    }
  }

  private Path file() {
    return directory.resolve("gateway.weir");
  }

  /** Writes beside and renames, as everything that makes snapshots does. */
  private GatewayImage write() throws IOException {
    ledger.append(EventMother.vpc("v" + ledger.chain().position()));
    Path beside = directory.resolve("beside");
    try (OutputStream out = Files.newOutputStream(beside)) {
      new Snapshot(ledger.image(), -1).write(out);
    }
    Files.move(
        beside,
        file(),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return ledger.image();
  }

  private FileReplica start(Duration lookEvery) throws IOException {
    replica =
        new FileReplica(
            file(),
            new NodeIdentity("n", "*", "a:1", "a:2", Instant.EPOCH),
            publisher,
            Clock.systemUTC(),
            lookEvery);
    replica.start();
    return replica;
  }

  @Test
  void itIsReadyAtOnceAndSaysSo() throws Exception {
    GatewayImage image = write();
    start(NEVER);
    assertThat(published).containsExactly(image);
    assertThat(replica.ready()).isTrue();
    assertThat(replica.image()).isEqualTo(image);
    assertThat(replica.describe().path("state").asText()).isEqualTo("SNAPSHOT");
    assertThat(replica.describe().path("position").asLong()).isEqualTo(image.position());
    assertThat(replica.describe().path("ledgerId").asText()).isEqualTo(ledger.id().toString());
    assertThat(replica.describe().has("reason")).isFalse();
  }

  @Test
  void withoutAReadableFileItDoesNotStart() throws Exception {
    assertThatThrownBy(() -> start(NEVER))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no such file");
    Files.writeString(file(), "nonsense");
    assertThatThrownBy(() -> start(NEVER)).isInstanceOf(IOException.class);
    assertThat(replica.ready()).isFalse();
  }

  @Test
  void aChangedFileIsServed() throws Exception {
    write();
    start(OFTEN);
    GatewayImage next = write();
    await().untilAsserted(() -> assertThat(replica.image()).isEqualTo(next));
    assertThat(published).hasSize(2);
  }

  @Test
  void aBadFileChangesNothingButWhatIsSaid() throws Exception {
    GatewayImage image = write();
    start(OFTEN);
    Files.writeString(file(), "nonsense");
    await().until(() -> replica.describe().has("reason"));
    assertThat(replica.describe().path("reason").asText()).contains("checksum");
    assertThat(replica.image()).isEqualTo(image);
    assertThat(replica.ready()).isTrue();
    GatewayImage next = write();
    await().untilAsserted(() -> assertThat(replica.image()).isEqualTo(next));
    assertThat(replica.describe().has("reason")).isFalse();
  }

  @Test
  void aFileThatIsTakenAwayIsStillServed() throws Exception {
    GatewayImage image = write();
    start(OFTEN);
    Files.delete(file());
    replica.reload();
    await().until(() -> replica.describe().has("reason"));
    assertThat(replica.image()).isEqualTo(image);
  }

  @Test
  void aFileIsReadAgainWhenAsked() throws Exception {
    write();
    FileTime time = Files.getLastModifiedTime(file());
    start(NEVER);
    GatewayImage next = write();
    Files.setLastModifiedTime(file(), time);
    replica.reload();
    await().untilAsserted(() -> assertThat(replica.image()).isEqualTo(next));
  }
}
