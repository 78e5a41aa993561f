package io.weir.acceptance.chaos.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.image.ImageHash;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.transparency.export.ExportLines;
import io.weir.transparency.verify.UnsoundException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProvenLedgerTest {
  private final FakeLedger ledger = new FakeLedger();

  private InputStream export(List<Recorded> events) {
    StringBuilder text = new StringBuilder();
    text.append(ExportLines.header(Chain.genesis(ledger.id()), events.size())).append('\n');
    events.forEach(event -> text.append(ExportLines.event(event)).append('\n'));
    text.append(ExportLines.trailer(events.size(), ledger.chain())).append('\n');
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anExportIsReadProvenAndFolded() throws Exception {
    ledger.append(EventMother.vpc("a"));
    ImageHash first = ImageHash.of(ledger.image());
    ledger.append(EventMother.vpc("b"), EventMother.vpc("c"));
    ProvenLedger read = ProvenLedger.read(export(ledger.history()));
    assertThat(read.end()).isEqualTo(3);
    assertThat(read.image().vpcs()).hasSize(3);
    assertThat(read.hashAt(3)).isEqualTo(ledger.chain().hash().hex());
    // 2 is within a command, of which nobody has an image
    assertThat(read.imageHashes(new TreeSet<>(Set.of(1L, 2L, 3L))))
        .containsEntry(1L, first)
        .containsEntry(3L, ImageHash.of(ledger.image()))
        .hasSize(2);
  }

  @Test
  void aMissingEventIsFound() {
    ledger.append(EventMother.vpc("a"));
    ledger.append(EventMother.vpc("b"));
    assertThatThrownBy(() -> ProvenLedger.read(export(ledger.history().subList(1, 2))))
        .isInstanceOf(UnsoundException.class);
  }
}
