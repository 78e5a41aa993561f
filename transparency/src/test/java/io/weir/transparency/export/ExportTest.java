package io.weir.transparency.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.transparency.tree.CompactRange;
import io.weir.transparency.verify.Finding;
import io.weir.transparency.verify.Verification;
import io.weir.transparency.verify.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done to an export is found, and where. */
class ExportTest {
  private static final List<Recorded> EVENTS = RandomHistory.of(7, 8);
  private static final List<String> LINES = lines(EVENTS);

  private static List<String> lines(List<Recorded> events) {
    List<String> lines = new ArrayList<>();
    Chain chain = Chain.genesis(events.getFirst().envelope().ledgerId());
    lines.add(ExportLines.header(chain, events.size()));
    for (Recorded event : events) {
      lines.add(ExportLines.event(event));
      chain = chain.after(event);
    }
    lines.add(ExportLines.trailer(events.size(), chain));
    return lines;
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  private static Verification verify(byte[] export) throws IOException {
    return verify(export, Map.of());
  }

  private static Verification verify(byte[] export, Map<Long, Hash> roots) throws IOException {
    try (var file = new ExportFile(new ByteArrayInputStream(export))) {
      return new Verifier(roots).verify(file, _ -> {});
    }
  }

  private static Finding finding(List<String> lines) throws IOException {
    return Objects.requireNonNull(verify(bytes(lines)).finding());
  }

  private static Hash root(int size) {
    CompactRange range = CompactRange.empty();
    EVENTS.subList(0, size).forEach(event -> range.append(event.hash()));
    return range.root();
  }

  @Property(tries = 30)
  void anExportOfAnyHistoryIsIntact(@ForAll long seed) throws IOException {
    List<Recorded> events = RandomHistory.of(seed, 40);

    Verification verification = verify(bytes(lines(events)));

    assertThat(verification.finding()).isNull();
    assertThat(verification.position()).isEqualTo(events.size());
  }

  @Tag("slow")
  @Test
  void everyFlippedBitIsFoundInItsLine() throws IOException {
    byte[] export = bytes(LINES);
    int line = 0;
    for (int i = 0; i < export.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = export.clone();
        flipped[i] ^= (byte) (1 << bit);
        Finding finding = verify(flipped).finding();
        assertThat(finding).as("byte %d, bit %d", i, bit).isNotNull();
        // the first line is of no event, and the end of a line joins it with the next
        if (line > 0 && export[i] != '\n') {
          assertThat(Objects.requireNonNull(finding).position())
              .as("byte %d, bit %d: %s", i, bit, finding)
              .isEqualTo(line);
        }
      }
      line += export[i] == '\n' ? 1 : 0;
    }
  }

  @Test
  void aRemovedEventIsMissedWhereItWas() throws IOException {
    for (int i = 1; i <= EVENTS.size(); i++) {
      List<String> fewer = new ArrayList<>(LINES);
      fewer.remove(i);
      assertThat(finding(fewer).position()).isEqualTo(i);
    }
  }

  @Test
  void swappedEventsAreFoundAtTheFirst() throws IOException {
    for (int i = 1; i < EVENTS.size(); i++) {
      List<String> swapped = new ArrayList<>(LINES);
      swapped.set(i, LINES.get(i + 1));
      swapped.set(i + 1, LINES.get(i));
      assertThat(finding(swapped).position()).isEqualTo(i);
    }
  }

  @Test
  void aRepeatedEventIsFoundWhereTheNextShouldBe() throws IOException {
    for (int i = 1; i <= EVENTS.size(); i++) {
      List<String> repeated = new ArrayList<>(LINES);
      repeated.add(i + 1, LINES.get(i));
      assertThat(finding(repeated).position()).isEqualTo(i + 1);
      assertThat(finding(repeated).what()).contains("stands again");
    }
  }

  @Test
  void anEventOfAnotherLedgerIsFound() throws IOException {
    List<String> longer = new ArrayList<>(LINES);
    longer.add(LINES.size() - 1, ExportLines.event(RandomHistory.of(8, 20).get(EVENTS.size())));

    assertThat(finding(longer).position()).isEqualTo(EVENTS.size() + 1);
  }

  @Test
  void anExportThatWasCutOffSaysAfterWhichEvent() throws IOException {
    byte[] export = bytes(LINES);
    for (int length = 0; length < export.length; length += 5) {
      byte[] cut = new byte[length];
      System.arraycopy(export, 0, cut, 0, length);
      assertThat(verify(cut).finding()).as("%d bytes", length).isNotNull();
    }
    List<String> noTrailer = LINES.subList(0, LINES.size() - 1);
    assertThat(finding(noTrailer).position()).isEqualTo(EVENTS.size() + 1);
    assertThat(finding(noTrailer).what()).contains("cut off");
  }

  @Test
  void aHistoryThatWasRewrittenWithRightHashesDoesNotFitItsCheckpoint() throws IOException {
    List<Recorded> rewritten = new ArrayList<>(EVENTS.subList(0, 4));
    Chain chain = Chain.genesis(EVENTS.getFirst().envelope().ledgerId());
    for (Recorded event : rewritten) {
      chain = chain.after(event);
    }
    for (Recorded event : EVENTS.subList(4, EVENTS.size())) {
      var e = event.envelope();
      var other =
          Recorded.of(
              new io.weir.contracts.log.Envelope(
                  e.ledgerId(),
                  e.position(),
                  e.stream(),
                  e.version(),
                  e.commitStart(),
                  e.commitSize(),
                  e.id(),
                  e.type(),
                  e.subjects(),
                  "somebody else",
                  e.authentication(),
                  e.reason(),
                  e.commandId(),
                  e.correlation(),
                  e.recordedAt(),
                  chain.hash()),
              event.data());
      rewritten.add(other);
      chain = chain.after(other);
    }
    byte[] export = bytes(lines(rewritten));
    assertThat(verify(export).finding()).isNull();

    Finding finding =
        verify(export, Map.of(4L, root(4), (long) EVENTS.size(), root(EVENTS.size()))).finding();

    assertThat(Objects.requireNonNull(finding).position()).isEqualTo(5);
    assertThat(finding.what()).contains("rewritten somewhere from event 5 on");
  }

  @Test
  void aCheckpointOfMoreEventsIsFound() throws IOException {
    Finding finding = verify(bytes(LINES), Map.of(99L, root(1))).finding();

    assertThat(Objects.requireNonNull(finding).position()).isEqualTo(EVENTS.size() + 1);
    assertThat(finding.what()).contains("99 events");
  }

  @Test
  void aPartOfALedgerIsProvenInItselfAndHasNoRoot() throws IOException {
    Recorded third = EVENTS.get(2);
    var before = new Chain(third.envelope().ledgerId(), third.envelope().position(), third.hash());
    List<Recorded> rest = EVENTS.subList(3, EVENTS.size());
    List<String> lines = new ArrayList<>();
    lines.add(ExportLines.header(before, EVENTS.size()));
    rest.forEach(event -> lines.add(ExportLines.event(event)));
    Chain end = before;
    for (Recorded event : rest) {
      end = end.after(event);
    }
    lines.add(ExportLines.trailer(rest.size(), end));

    Verification part = verify(bytes(lines));

    assertThat(part.finding()).isNull();
    assertThat(part.after()).isEqualTo(3);
    assertThat(part.position()).isEqualTo(EVENTS.size());
    assertThat(part.root()).isNull();
    Finding compared = verify(bytes(lines), Map.of(5L, root(5))).finding();
    assertThat(Objects.requireNonNull(compared).what()).contains("a part of a ledger has no root");
    lines.remove(2);
    assertThat(finding(lines).position()).isEqualTo(5);
  }
}
