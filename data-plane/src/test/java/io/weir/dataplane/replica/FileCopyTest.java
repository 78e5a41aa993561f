package io.weir.dataplane.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
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

class FileCopyTest {
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
  private FileCopy copy;

  @AfterEach
  void stop() {
    if (copy != null) {
      copy.stop();
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

  private FileCopy start(Duration lookEvery) throws IOException {
    copy =
        new FileCopy(
            file(),
            new ReplicaIdentity("n", "*", "a:1", "a:2", Instant.EPOCH),
            publisher,
            Clock.systemUTC(),
            lookEvery);
    copy.start();
    return copy;
  }

  @Test
  void itIsReadyAtOnceAndSaysSo() throws Exception {
    GatewayImage image = write();
    start(NEVER);
    assertThat(published).containsExactly(image);
    assertThat(copy.ready()).isTrue();
    assertThat(copy.image()).isEqualTo(image);
    assertThat(copy.describe().path("state").asText()).isEqualTo("SNAPSHOT");
    assertThat(copy.describe().path("position").asLong()).isEqualTo(image.position());
    assertThat(copy.describe().path("ledgerId").asText()).isEqualTo(ledger.id().toString());
    assertThat(copy.describe().has("reason")).isFalse();
    assertThat(copy.describe().at("/imageHashes/0/hash").asText())
        .isEqualTo(ImageHash.of(image).hash().hex());
  }

  @Test
  void withoutAReadableFileItDoesNotStart() throws Exception {
    assertThatThrownBy(() -> start(NEVER))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no such file");
    Files.writeString(file(), "nonsense");
    assertThatThrownBy(() -> start(NEVER)).isInstanceOf(IOException.class);
    assertThat(copy.ready()).isFalse();
  }

  @Test
  void aChangedFileIsServed() throws Exception {
    write();
    start(OFTEN);
    GatewayImage next = write();
    await().untilAsserted(() -> assertThat(copy.image()).isEqualTo(next));
    assertThat(published).hasSize(2);
  }

  @Test
  void aBadFileChangesNothingButWhatIsSaid() throws Exception {
    GatewayImage image = write();
    start(OFTEN);
    Files.writeString(file(), "nonsense");
    await().until(() -> copy.describe().has("reason"));
    assertThat(copy.describe().path("reason").asText()).contains("checksum");
    assertThat(copy.image()).isEqualTo(image);
    assertThat(copy.ready()).isTrue();
    GatewayImage next = write();
    await().untilAsserted(() -> assertThat(copy.image()).isEqualTo(next));
    assertThat(copy.describe().has("reason")).isFalse();
  }

  @Test
  void aFileThatIsTakenAwayIsStillServed() throws Exception {
    GatewayImage image = write();
    start(OFTEN);
    Files.delete(file());
    copy.reload();
    await().until(() -> copy.describe().has("reason"));
    assertThat(copy.image()).isEqualTo(image);
  }

  @Test
  void aFileIsReadAgainWhenAsked() throws Exception {
    write();
    FileTime time = Files.getLastModifiedTime(file());
    start(NEVER);
    GatewayImage next = write();
    Files.setLastModifiedTime(file(), time);
    copy.reload();
    await().untilAsserted(() -> assertThat(copy.image()).isEqualTo(next));
  }
}
