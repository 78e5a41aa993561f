package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.transparency.export.ExportLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir replay} of an export, with nothing but files. */
class ReplayCommandTest {
  private static final List<Recorded> EVENTS = RandomHistory.of(7, 200);

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private Path export;

  @BeforeEach
  void anExport() throws IOException {
    export = directory.resolve("export.ndjson");
    Files.write(export, lines());
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    Chain chain = Chain.genesis(EVENTS.getFirst().envelope().ledgerId());
    lines.add(ExportLines.header(chain, EVENTS.size()));
    for (Recorded event : EVENTS) {
      lines.add(ExportLines.event(event));
      chain = chain.after(event);
    }
    lines.add(ExportLines.trailer(EVENTS.size(), chain));
    return lines;
  }

  /** A second telling: all events at once. */
  private static GatewayImage image(long position) {
    var delta = new GatewayDelta(GatewayImage.genesis(EVENTS.getFirst().envelope().ledgerId()));
    EVENTS
        .subList(0, Math.toIntExact(position))
        .forEach(event -> delta.replay(event, EventCodec.CURRENT.decode(event)));
    return delta.apply();
  }

  private int replay(Object... arguments) {
    List<String> words = new ArrayList<>(List.of("replay", "--export", export.toString()));
    for (Object word : arguments) {
      words.add(word.toString());
    }
    return WeirCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(words.toArray(String[]::new));
  }

  @Test
  void theImageIsPrintedWithItsHashAndHowManyThereAreOfEverything() {
    assertThat(replay()).isZero();

    GatewayImage image = image(EVENTS.size());
    assertThat(out.toString())
        .contains(
            "ledger    " + image.provenance().ledgerId(),
            "position  " + EVENTS.size() + ", at " + image.provenance().at(),
            "event     " + image.provenance().hash(),
            "image     " + ImageHash.of(image).hash() + " (weir-image-2)",
            "%8d  upstreams".formatted(image.upstreams().size()),
            "%8d  vpcs".formatted(image.vpcs().size()));
  }

  @Test
  void itEndsWhereItIsAskedToAndWithAWholeCommand() {
    int cut = 0;
    while (EVENTS.get(cut).envelope().endsCommit()) {
      cut++;
    }
    long within = EVENTS.get(cut).envelope().position();

    assertThat(replay("--to", within, "--json")).isZero();

    assertThat(out.toString())
        .contains("\"position\":" + (within - 1))
        .contains("\"imageHash\":\"" + ImageHash.of(image(within - 1)).hash() + "\"")
        .contains("\"left\":\"events %d to %d: their command goes on".formatted(within, within));
  }

  @Test
  void theImageIsWrittenAsASnapshotThatIsTheSame() throws IOException {
    Path file = directory.resolve("snapshot.weir");
    assertThat(replay("--to", 40, "--out", file)).isZero();

    try (InputStream in = Files.newInputStream(file)) {
      GatewayImage read = Snapshot.read(in, EventCodec.CURRENT).image();
      assertThat(out.toString()).contains(ImageHash.of(read).hash().hex());
      assertThat(read).isEqualTo(image(read.position()));
    }
  }

  @Test
  void theFirstWrongPositionIsNamedAndNothingIsWritten() throws IOException {
    List<String> lines = lines();
    lines.remove(30);
    Files.write(export, lines);
    Path file = directory.resolve("snapshot.weir");

    assertThat(replay("--out", file)).isEqualTo(1);

    assertThat(out.toString())
        .contains(
            "WRONG at position 30: event 31 follows event 29: the events between are missing");
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsWrongAfterThePositionAskedForDoesNotMatter() throws IOException {
    List<String> lines = lines();
    lines.remove(30);
    Files.write(export, lines);

    assertThat(replay("--to", EVENTS.get(20).envelope().commitStart() - 1)).isZero();
  }

  @Test
  void anExportThatWasCutOffIsNotTakenForAll() throws IOException {
    Files.write(export, lines().subList(0, 30));

    assertThat(replay("--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"finding\"", "it was cut off");
  }

  @Test
  void wrongArgumentsAndNothingToReadAreTwo() throws IOException {
    assertThat(replay("--to", 0)).isEqualTo(2);
    assertThat(replay("--to", EVENTS.size() + 1)).isEqualTo(2);
    assertThat(errors.toString())
        .contains(
            "there is no event %d: the last is event %d"
                .formatted(EVENTS.size() + 1, EVENTS.size()));
    Files.delete(export);
    assertThat(replay()).isEqualTo(2);
    assertThat(errors.toString()).contains("there is no file " + export);
  }
}
