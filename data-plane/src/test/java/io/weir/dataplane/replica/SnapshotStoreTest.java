package io.weir.dataplane.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.image.GatewayImage;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.SampleGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {
  @TempDir Path directory;

  private final FakeLedger ledger = SampleGateway.withNodes(EventMother.node(80, 1)).ledger();

  private SnapshotStore store() {
    return new SnapshotStore(directory.resolve("data"));
  }

  private GatewayImage next() {
    ledger.append(EventMother.vpc("v" + ledger.chain().position()));
    return ledger.image();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("data"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void anImageIsWrittenAndRead() throws IOException {
    store().save(ledger.image());
    assertThat(store().load()).contains(ledger.image());
  }

  @Test
  void nothingIsFoundWhereNothingIs() {
    assertThat(store().load()).isEmpty();
  }

  @Test
  void theLastTwoAreKept() throws IOException {
    store().save(next());
    store().save(next());
    store().save(next());
    assertThat(files()).hasSize(2);
    assertThat(store().load()).contains(ledger.image());
  }

  @Test
  void aDamagedFileFallsBackToTheOlderOne() throws IOException {
    GatewayImage older = next();
    store().save(older);
    store().save(next());
    Path newest = files().getLast();
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(newest, bytes);
    assertThat(store().load()).contains(older);
  }

  @Test
  void aFileThatIsCutShortIsPassedOver() throws IOException {
    store().save(next());
    Path only = files().getLast();
    Files.write(only, java.util.Arrays.copyOf(Files.readAllBytes(only), 100));
    assertThat(store().load()).isEmpty();
  }

  @Test
  void aFileThatWasNeverFinishedIsNoSnapshot() throws IOException {
    store().save(ledger.image());
    Files.writeString(directory.resolve("data/snapshot-9999999999999999999.weir.tmp"), "half");
    assertThat(store().load()).contains(ledger.image());
  }
}
