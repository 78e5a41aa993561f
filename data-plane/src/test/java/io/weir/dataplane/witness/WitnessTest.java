package io.weir.dataplane.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyRetired;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.TopicRecord;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.PublicKey;
import io.weir.testing.event.EventMother;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.Cosignature;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.SigningKey;
import io.weir.transparency.tree.CompactRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that saw a history says of checkpoints. */
class WitnessTest {
  private static final UUID LEDGER = new UUID(1, 2);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final SigningKey KEY =
      SigningKey.generate(Checkpoint.originOf(LEDGER), KeyKind.NOTE);
  private static final LedgerKeyId KEY_ID = new LedgerKeyId("ledger-key-aaaaaaaa");

  @TempDir private Path directory;
  private Recorder recorder = new Recorder(LEDGER);
  private final List<Recorded> events = new ArrayList<>();
  private Witness witness;

  @BeforeEach
  void aWitness() throws IOException {
    witness = restarted();
    record(new LedgerKeyCreated(KEY_ID, new PublicKey(KEY.verifier().publicKey())));
  }

  private Witness restarted() throws IOException {
    return Witness.in(directory, "gateway-1 8001", Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private void record(GatewayEvent event) {
    events.addAll(recorder.record(event));
  }

  private void vpcs(int count) {
    for (int i = 0; i < count; i++) {
      record(EventMother.vpc("v" + events.size()));
    }
  }

  private void read() {
    witness.read(
        events.stream()
            .map(event -> new TopicRecord(0, KafkaHeaders.of(event), event.data()))
            .toList());
  }

  private GatewayImage image() {
    return image(events.size());
  }

  private GatewayImage image(int position) {
    var delta = new GatewayDelta(GatewayImage.genesis(LEDGER));
    events
        .subList(0, position)
        .forEach(event -> delta.replay(event, EventCodec.CURRENT.decode(event)));
    return delta.apply();
  }

  private Hash root(int size) {
    CompactRange range = CompactRange.empty();
    events.subList(0, size).forEach(event -> range.append(event.hash()));
    return range.root();
  }

  private static SignedNote signed(SigningKey key, long size, Hash root) {
    String text = Checkpoint.of(LEDGER, size, root).text();
    return new SignedNote(text, List.of(key.sign(text)));
  }

  private Optional<SignedNote> judged(SignedNote note) {
    witness.take(note);
    return witness.judge(image());
  }

  @Test
  void aCheckpointThatFitsIsCosigned() throws NoteException {
    vpcs(5);
    read();

    SignedNote cosigned = judged(signed(KEY, 4, root(4))).orElseThrow();

    var signature = cosigned.signedBy(witness.key()).orElseThrow();
    assertThat(Cosignature.time(signature)).isEqualTo(NOON);
    assertThat(witness.key().name()).isEqualTo("weir/replica/gateway-1-8001");
    assertThat(witness.report().cosignedSize()).isEqualTo(4);
    assertThat(witness.report().contradiction()).isNull();
  }

  @Test
  void aHistoryThatWasRewrittenInDatabaseAndKafkaIsFoundAndNeverCosigned() {
    vpcs(5);
    read();
    List<Recorded> seen = List.copyOf(events);
    // the same beginning, then other events, with right hashes, signed with the right key
    events.clear();
    recorder = new Recorder(LEDGER);
    record(new LedgerKeyCreated(KEY_ID, new PublicKey(KEY.verifier().publicKey())));
    vpcs(7);
    read();
    assertThat(witness.position()).isEqualTo(seen.size());

    assertThat(judged(signed(KEY, 6, root(6)))).isEmpty();

    assertThat(witness.report().contradiction())
        .contains("the first 6 events", "history was rewritten", root(6).hex());
    assertThat(judged(signed(KEY, 1, root(1)))).as("nothing is cosigned any more").isEmpty();
    assertThat(witness.report().cosignedSize()).as("and nothing said to be").isZero();
  }

  @Test
  void whatFitsBesideAContradictionIsNeitherCosignedNorSaidToBe() {
    vpcs(5);
    read();
    witness.take(signed(KEY, 4, root(4)));
    witness.take(signed(KEY, 5, Hash.of("other")));

    assertThat(witness.judge(image())).isEmpty();

    assertThat(witness.report().cosignedSize()).isZero();
    assertThat(witness.report().cosignedAt()).isNull();
  }

  @Test
  void aContradictionIsRememberedOverARestart() throws IOException {
    vpcs(5);
    read();
    assertThat(judged(signed(KEY, 6, Hash.of("other")))).isEmpty();
    witness.save();

    assertThat(restarted().report().contradiction()).contains("history was rewritten");
  }

  @Test
  void whatWasReadIsRememberedOverARestartAndTheKeyIsTheSame() throws IOException {
    vpcs(5);
    read();
    witness.save();

    Witness again = restarted();

    assertThat(again.key()).isEqualTo(witness.key());
    assertThat(again.position()).isEqualTo(6);
    witness = again;
    assertThat(judged(signed(KEY, 3, root(3)))).isPresent();
    assertThat(PosixFilePermissions.toString(fileMode(directory.resolve("witness.key"))))
        .isEqualTo("rw-------");
  }

  private static java.util.Set<java.nio.file.attribute.PosixFilePermission> fileMode(Path file)
      throws IOException {
    return Files.getPosixFilePermissions(file);
  }

  @Test
  void aMemoryThatCannotBeReadIsPassedOverAndReadAnew() throws IOException {
    vpcs(5);
    read();
    witness.save();
    Files.writeString(directory.resolve("witness.json"), "{\"position\":-1}");

    witness = restarted();
    assertThat(witness.position()).isZero();
    read();
    assertThat(judged(signed(KEY, 6, root(6)))).isPresent();
  }

  @Test
  void aCheckpointOfEventsToComeIsJudgedWhenTheyHaveCome() {
    vpcs(2);
    read();
    vpcs(4);
    witness.take(signed(KEY, 7, root(7)));
    assertThat(witness.judge(image())).isEmpty();

    read();

    assertThat(witness.judge(image())).isPresent();
  }

  @Test
  void aSmallerCheckpointOfAnotherHistoryThanTheOneThatWasCosignedContradicts() {
    vpcs(5);
    read();
    assertThat(judged(signed(KEY, 6, root(6)))).isPresent();
    assertThat(judged(signed(KEY, 4, root(4)))).as("older than what was cosigned").isEmpty();
    assertThat(witness.report().contradiction()).isNull();

    assertThat(judged(signed(KEY, 5, Hash.of("other")))).isEmpty();

    assertThat(witness.report().contradiction()).contains("the first 5 events");
  }

  @Test
  void oneOfTwoCheckpointsOfOneSizeThatIsAnotherHistoryIsNotOverlooked() {
    vpcs(2);
    read();
    vpcs(4);
    witness.take(signed(KEY, 7, Hash.of("other")));
    witness.take(signed(KEY, 7, root(7)));
    read();

    assertThat(witness.judge(image())).isEmpty();
    assertThat(witness.report().contradiction()).contains("the first 7 events");
  }

  @Test
  void whatNobodySignedPushesOutNothingThatIsSigned() {
    vpcs(2);
    read();
    vpcs(40);
    SigningKey other = SigningKey.generate(Checkpoint.originOf(LEDGER), KeyKind.NOTE);
    witness.take(signed(KEY, 43, root(43)));
    for (int size = 4; size < 43; size++) {
      witness.take(signed(other, size, Hash.of("whatever" + size)));
      witness.take(signed(other, 1_000_000_000L + size, Hash.of("whatever" + size)));
    }
    assertThat(witness.judge(image(3))).isEmpty();
    read();

    assertThat(witness.judge(image())).isPresent();
    assertThat(witness.report().cosignedSize()).isEqualTo(43);
  }

  @Test
  void aCheckpointThatNoKeyOfTheLedgerSignedIsPassedOver() {
    vpcs(5);
    read();
    SigningKey other = SigningKey.generate(Checkpoint.originOf(LEDGER), KeyKind.NOTE);

    assertThat(judged(signed(other, 4, Hash.of("whatever")))).isEmpty();
    assertThat(witness.report().contradiction()).isNull();
    assertThat(judged(signed(KEY, 4, root(4)))).isPresent();
  }

  @Test
  void aRetiredKeySignsOnlyWhatWasBeforeItsEnd() {
    vpcs(2);
    record(new LedgerKeyRetired(KEY_ID));
    vpcs(2);
    read();

    assertThat(judged(signed(KEY, 3, root(3)))).isPresent();
    assertThat(judged(signed(KEY, 6, root(6)))).isEmpty();
    assertThat(witness.report().contradiction()).isNull();
  }

  @Test
  void anOlderCheckpointThanTheLastIsNotCosignedAgain() {
    vpcs(5);
    read();
    assertThat(judged(signed(KEY, 5, root(5)))).isPresent();
    assertThat(judged(signed(KEY, 4, root(4)))).isEmpty();
    assertThat(judged(signed(KEY, 5, root(5)))).as("an hour later").isPresent();
  }

  @Test
  void oldEventsAreFoldedIntoTheTreeAndTheirCheckpointsTooOldToBeJudged() {
    vpcs(5000);
    read();

    assertThat(judged(signed(KEY, 100, root(100)))).isEmpty();
    assertThat(judged(signed(KEY, 4000, root(4000)))).isPresent();
  }
}
