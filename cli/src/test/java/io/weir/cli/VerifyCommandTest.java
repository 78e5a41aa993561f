package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.PublicKey;
import io.weir.transparency.export.ExportLines;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.SigningKey;
import io.weir.transparency.tree.CompactRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir verify} of an export, with nothing but files. */
class VerifyCommandTest {
  private static final UUID LEDGER = UUID.fromString("2f1c7a52-6a0e-4b6e-9d0c-0c5f5f3f7d11");
  private static final SigningKey KEY =
      SigningKey.generate(Checkpoint.originOf(LEDGER), KeyKind.NOTE);
  private static final SigningKey WITNESS =
      SigningKey.generate("weir/replica/one", KeyKind.COSIGNATURE);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final List<Recorded> events = new ArrayList<>();
  private Path export;

  @BeforeEach
  void threeKeysAreThreeEvents() throws IOException {
    var recorder = new Recorder(LEDGER);
    for (String id : List.of("aaaaaaaa", "bbbbbbbb", "cccccccc")) {
      events.addAll(
          recorder.record(
              new LedgerKeyCreated(
                  new LedgerKeyId("ledger-key-" + id),
                  new PublicKey(
                      id.equals("aaaaaaaa")
                          ? KEY.verifier().publicKey()
                          : "KWNh5r5y2cy5R6VpYzVwbvx0VbQXlDKYtL7Ry4dHdAk="))));
    }
    export = write("export.ndjson", String.join("\n", lines()) + "\n");
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    Chain chain = Chain.genesis(LEDGER);
    lines.add(ExportLines.header(chain, events.size()));
    for (Recorded event : events) {
      lines.add(ExportLines.event(event));
      chain = chain.after(event);
    }
    lines.add(ExportLines.trailer(events.size(), chain));
    return lines;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private Path checkpoint(UUID ledger, SigningKey key) throws IOException {
    CompactRange tree = CompactRange.empty();
    events.subList(0, 2).forEach(event -> tree.append(event.hash()));
    String text = Checkpoint.of(ledger, 2, tree.root()).text();
    var note =
        new SignedNote(
            text, List.of(key.sign(text), key.cosign(text, NOON), WITNESS.cosign(text, NOON)));
    return write("checkpoint", note.toString());
  }

  private int verify(Object... arguments) {
    List<String> words = new ArrayList<>(List.of("verify"));
    for (Object word : arguments) {
      words.add(word.toString());
    }
    return WeirCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(words.toArray(String[]::new));
  }

  @Test
  void anExportThatIsWhatWasRecordedEndsWithZero() {
    assertThat(verify("--export", export)).isZero();

    assertThat(out.toString())
        .contains("intact: 3 events", "ledger  " + LEDGER, events.getLast().hash().hex());
  }

  @Test
  void anAlteredExportNamesTheFirstPositionAndWhatIsWrong() throws IOException {
    write("export.ndjson", Files.readString(export).replace("bbbbbbbb", "dddddddd"));

    assertThat(verify("--export", export)).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "WRONG at position 2: event 2 does not match its hash", "proven up to position 1");
  }

  @Test
  void whatIsFoundIsToldAsJsonToo() throws IOException {
    write("export.ndjson", Files.readString(export).replace("bbbbbbbb", "dddddddd"));

    assertThat(verify("--export", export, "--json")).isEqualTo(1);
    assertThat(out.toString())
        .contains("\"intact\":false", "\"finding\":{\"position\":2,\"what\":\"event 2 does");
  }

  @Test
  void aTruncatedExportSaysThatItWasCutOff() throws IOException {
    List<String> lines = lines();
    write("export.ndjson", String.join("\n", lines.subList(0, 3)) + "\n");

    assertThat(verify("--export", export)).isEqualTo(1);
    assertThat(out.toString()).contains("WRONG at position 3", "it was cut off");
  }

  @Test
  void aCheckpointIsProvenByAKeyThatWasGivenAndOneOfAWitness() throws IOException {
    Path keys = write("keys", KEY.verifier() + "\n" + WITNESS.verifier() + "\n");

    assertThat(verify("--export", export, "--checkpoint", checkpoint(LEDGER, KEY), "--key", keys))
        .isZero();
    assertThat(out.toString())
        .contains(
            "2 events, signed by " + KEY.verifier() + " at 2026-01-01T12:00:00Z",
            "2 events, signed by " + WITNESS.verifier() + " at 2026-01-01T12:00:00Z");
  }

  @Test
  void withoutAKeyThoseThatTheHistoryNamesAreTaken() throws IOException {
    assertThat(verify("--export", export, "--checkpoint", checkpoint(LEDGER, KEY))).isZero();
    assertThat(out.toString()).contains("signed by " + KEY.verifier());
  }

  @Test
  void aCheckpointOfAnotherKeyIsRefused() throws IOException {
    SigningKey other = SigningKey.generate(Checkpoint.originOf(LEDGER), KeyKind.NOTE);

    assertThat(verify("--export", export, "--checkpoint", checkpoint(LEDGER, other))).isEqualTo(1);
    assertThat(out.toString()).contains("is signed by none of the 3 keys of the history");
    Path keys = write("keys", WITNESS.verifier() + "\n");
    assertThat(verify("--export", export, "--checkpoint", checkpoint(LEDGER, KEY), "--key", keys))
        .isEqualTo(1);
    assertThat(out.toString()).contains("is signed by none of the 1 keys given");
  }

  @Test
  void aCheckpointOfAnotherLedgerIsRefused() throws IOException {
    Path other = checkpoint(new UUID(1, 2), KEY);

    assertThat(verify("--export", export, "--checkpoint", other)).isEqualTo(1);
    assertThat(out.toString()).contains("is of another ledger: of weir/ledger/" + new UUID(1, 2));
  }

  @Test
  void aFalseSignatureIsRefused() throws IOException {
    Path checkpoint = checkpoint(LEDGER, KEY);
    String note = Files.readString(checkpoint);
    write("checkpoint", note.replaceFirst("\n2\n", "\n3\n"));

    assertThat(verify("--export", export, "--checkpoint", checkpoint)).isEqualTo(1);
    assertThat(out.toString())
        .contains("WRONG at position 1: the events up to 3 have root", "is false");
  }

  private Hash rootOf(int size) {
    CompactRange tree = CompactRange.empty();
    events.subList(0, size).forEach(event -> tree.append(event.hash()));
    return tree.root();
  }

  /** What control-api answers of a witness that saw some history. */
  private static String cosignature(SigningKey witness, long size, Hash root, boolean consistent) {
    String text = Checkpoint.of(LEDGER, size, root).text();
    String note = new SignedNote(text, List.of(witness.cosign(text, NOON))).toString();
    return """
    {"size":%d,"root":"%s","key":"%s","signature":"%s","consistent":%b,"at":"%s"}\
    """
        .formatted(
            size,
            Base64.getEncoder().encodeToString(root.bytes()),
            witness.verifier(),
            note.substring(note.lastIndexOf("\n\n") + 2).strip(),
            consistent,
            NOON);
  }

  private int verifyCosignatures(String... items) throws IOException {
    String all = "{\"items\":[%s]}".formatted(String.join(",", items));
    return verify("--export", export, "--cosignatures", write("cosignatures", all));
  }

  @Test
  void whatWitnessesSawOfEverySizeIsComparedWithTheHistory() throws IOException {
    for (int size = 0; size <= events.size(); size++) {
      assertThat(verifyCosignatures(cosignature(WITNESS, size, rootOf(size), true))).isZero();
      assertThat(out.toString())
          .contains("cosigned %d events, by %s at %s".formatted(size, WITNESS.verifier(), NOON));

      String other = cosignature(WITNESS, size, Hash.of("another history"), true);
      assertThat(verifyCosignatures(other)).isEqualTo(1);
      assertThat(out.toString()).contains("the witness saw other events up to " + size);
    }
    assertThat(verifyCosignatures(cosignature(WITNESS, 4, Hash.of("more"), true))).isEqualTo(1);
    assertThat(out.toString()).contains("the cosignature of 4 events", "there are 3 events");
  }

  @Test
  void whatTheServiceItselfSaysToContradictTheLedgerIsFoundSo() throws IOException {
    assertThat(verifyCosignatures(cosignature(WITNESS, 2, rootOf(2), false))).isEqualTo(1);
    assertThat(out.toString()).contains("the ledger it was read from says that it contradicts it");
  }

  @Test
  void aCosignatureThatNobodyGaveOrThatIsForAnotherTreeIsFalse() throws IOException {
    String right = cosignature(WITNESS, 2, rootOf(2), true);
    SigningKey other = SigningKey.generate("weir/replica/one", KeyKind.COSIGNATURE);

    for (String wrong :
        List.of(
            right.replace("\"size\":2", "\"size\":1"),
            right.replace(WITNESS.verifier().toString(), other.verifier().toString()),
            right.replace(WITNESS.verifier().toString(), KEY.verifier().toString()))) {
      assertThat(verifyCosignatures(right, wrong)).isEqualTo(1);
      assertThat(out.toString()).containsPattern("WRONG: the cosignature of [12] events");
    }
  }

  @Test
  void aWitnessWhoseKeyWasNotGivenIsSaidToBeSoAndCannotAccuse() throws IOException {
    Path keys = write("keys", KEY.verifier() + "\n");
    Path said =
        write(
            "cosignatures",
            "{\"items\":[%s,%s]}"
                .formatted(
                    cosignature(WITNESS, 2, rootOf(2), true),
                    cosignature(WITNESS, 2, Hash.of("another history"), false)));

    assertThat(verify("--export", export, "--cosignatures", said, "--key", keys)).isZero();
    assertThat(out.toString()).contains("whose key was not given");
  }

  @Test
  void whatCannotBeToldEndsWithTwo() throws IOException {
    Path nonsense = write("nonsense", "nonsense\n");

    assertThat(verify("--export", directory.resolve("none"))).isEqualTo(2);
    assertThat(errors.toString()).contains("there is no file");
    assertThat(verify("--export", export, "--checkpoint", nonsense)).isEqualTo(2);
    assertThat(errors.toString()).contains("nonsense is no checkpoint: not a signed note");
    for (String wrong : List.of("nonsense", "{}", "{\"items\":[{}]}", "{\"items\":3}")) {
      Path file = write("wrong", wrong);
      assertThat(verify("--export", export, "--cosignatures", file)).isEqualTo(2);
      assertThat(errors.toString()).contains("wrong is no list of cosignatures");
    }
    assertThat(verify("--export", export, "--key", nonsense)).isEqualTo(2);
    assertThat(errors.toString()).contains("not a verifier key");
    assertThat(verify("--export", export, "--kafka", "localhost:1")).isEqualTo(2);
    assertThat(verify()).isEqualTo(2);
    assertThat(verify("--ledger", "jdbc:postgresql://127.0.0.1:1/weir")).isEqualTo(2);
    assertThat(errors.toString()).contains("the ledger cannot be reached");
  }

  @Test
  void whatIsNoExportIsFoundSo() throws IOException {
    assertThat(verify("--export", write("nonsense", "nonsense\n"))).isEqualTo(1);
    assertThat(out.toString()).contains("line 1 is not how an export begins");
  }
}
