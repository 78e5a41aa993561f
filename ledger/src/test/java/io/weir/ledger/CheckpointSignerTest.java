package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.CheckpointTopic;
import io.weir.ledger.proof.CheckpointExchange;
import io.weir.ledger.proof.CheckpointSigner;
import io.weir.ledger.proof.KafkaExchange;
import io.weir.ledger.proof.Proofs;
import io.weir.ledger.proof.SignerOptions;
import io.weir.ledger.proof.SigningKeys;
import io.weir.testing.Backends;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.SigningKey;
import io.weir.transparency.note.VerifierKey;
import io.weir.transparency.tree.CompactRange;
import io.weir.transparency.tree.Tile;
import io.weir.transparency.verify.NamedKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints of a ledger on a real database, and what is proven with them. */
@Tag("slow")
class CheckpointSignerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofMillis(50);

  /** Where nobody listens. */
  private static final CheckpointExchange NOBODY =
      () ->
          new CheckpointExchange.Talk() {
            @Override
            public @Nullable String exchange(Connection connection) {
              return null;
            }

            @Override
            public void close() {}
          };

  @TempDir private Path directory;
  private TestDatabase database;
  private TestLedger process;
  private Proofs proofs;

  @BeforeEach
  void aLedger() {
    database = TestDatabase.create(Backends.start().postgres());
    process = TestLedger.open(database);
    proofs = new Proofs(database.source());
  }

  @AfterEach
  void stop() {
    process.close();
  }

  private CheckpointSigner signer(CheckpointExchange exchange) {
    var signer =
        new CheckpointSigner(
            database.source(),
            process.ledger(),
            new SigningKeys(process.ledger(), directory),
            new SignerOptions(directory, SOON, Duration.ofHours(1), SOON),
            exchange,
            Clock.systemUTC());
    signer.start();
    return signer;
  }

  private void append(int events) {
    for (int i = 0; i < events; i++) {
      process
          .ledger()
          .append(Commands.createVpc(Commands.name()), Commands.CONTEXT, Commands.DONE)
          .await()
          .atMost(PATIENCE);
    }
  }

  private SignedNote awaitCheckpoint(long size) {
    await().atMost(PATIENCE).until(() -> proofs.checkpoint(Optional.of(size)), Optional::isPresent);
    try {
      return SignedNote.parse(proofs.checkpoint(Optional.of(size)).orElseThrow());
    } catch (NoteException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Hash root(List<Recorded> events) {
    CompactRange range = CompactRange.empty();
    events.forEach(event -> range.append(event.hash()));
    return range.root();
  }

  @Test
  void whatHappenedIsSignedWithAKeyThatTheLedgerNames() throws Exception {
    append(3);
    try (var signer = signer(NOBODY)) {
      // the key is an event, too
      SignedNote note = awaitCheckpoint(4);

      Checkpoint checkpoint = Checkpoint.parse(note.text());
      List<NamedKey> keys = database.verify().keys();
      assertThat(keys).hasSize(1);
      VerifierKey key = keys.getFirst().key();
      assertThat(note.signedBy(key)).isPresent();
      assertThat(note.signedBy(key.as(KeyKind.COSIGNATURE))).isPresent();
      assertThat(checkpoint.root()).isEqualTo(root(database.events()));
      assertThat(database.verify(Map.of(4L, checkpoint.root())).finding()).isNull();
      assertThat(Files.readString(directory.resolve("checkpoint"))).isEqualTo(note.toString());
      assertThat(signer.status().leading()).isTrue();
    }
  }

  @Test
  void everyEventIsProvenAndEveryTreeContinuesTheOnesBefore() throws Exception {
    append(300);
    try (var _ = signer(NOBODY)) {
      awaitCheckpoint(301);
      List<Recorded> events = database.events();
      for (long position : new long[] {1, 2, 128, 256, 257, 301}) {
        var included = proofs.inclusion(position, 301);
        assertThat(included.event()).isEqualTo(events.get((int) position - 1).hash());
        assertThat(included.proof().proves(included.event(), root(events))).isTrue();
      }
      for (long from : new long[] {1, 2, 255, 256, 300, 301}) {
        var continued = proofs.consistency(from, 301);
        assertThat(continued.from()).isEqualTo(root(events.subList(0, (int) from)));
        assertThat(continued.proof().proves(continued.from(), root(events))).isTrue();
      }
      assertThat(proofs.tile(new Tile(0, 0, 256)).orElseThrow()).hasSize(8192);
      assertThat(proofs.tile(new Tile(0, 1, 45)).orElseThrow()).hasSize(45 * 32);
      assertThat(proofs.tile(new Tile(0, 1, 46))).isEmpty();
      assertThat(proofs.tile(new Tile(1, 0, 1)).orElseThrow()).hasSize(32);
      assertThat(proofs.entries(new Tile(0, 1, 45)).orElseThrow()).hasSize(45 * 34);
    }
  }

  @Test
  void ofTwoSignersOneSignsAndTheOtherTakesOver() throws Exception {
    append(1);
    try (var second = signer(NOBODY)) {
      awaitCheckpoint(2);
      try (var first = signer(NOBODY)) {
        append(1);
        awaitCheckpoint(3);
        assertThat(List.of(first.status().leading(), second.status().leading()))
            .containsExactlyInAnyOrder(true, false);
        second.close();
        append(1);
        awaitCheckpoint(4);
        assertThat(first.status().leading()).isTrue();
      }
    }
  }

  @Test
  void aLedgerThatWasRewrittenIsNotSignedFor() throws Exception {
    append(2);
    try (var _ = signer(NOBODY)) {
      awaitCheckpoint(3);
    }
    database.execute(
        """
        alter table ledger.event disable trigger event_only_grows;
        delete from ledger.event where position > 2;
        update ledger.ledger_head set position = 2,
          hash = (select hash from ledger.event where position = 2);
        truncate ledger.tile; update ledger.tree set size = 0, hash = null;
        truncate ledger.checkpoint
        """);
    process.close();
    process = TestLedger.open(database);

    try (var signer = signer(NOBODY)) {
      append(4);
      await()
          .atMost(PATIENCE)
          .until(() -> String.valueOf(signer.status().problem()).contains("contradicts"));
      assertThat(proofs.checkpoint(Optional.empty())).isEmpty();
    }
  }

  @Test
  void aRotatedKeyIsAnEventAndOldCheckpointsStayProvenByTheOldOne() throws Exception {
    append(1);
    try (var _ = signer(NOBODY)) {
      SignedNote before = awaitCheckpoint(2);
      var keys = new SigningKeys(process.ledger(), directory);
      process
          .ledger()
          .append(keys.rotation(), Commands.CONTEXT, Commands.DONE)
          .await()
          .atMost(PATIENCE);
      keys.settle();
      SignedNote after = awaitCheckpoint(4);

      List<NamedKey> named = database.verify().keys();
      assertThat(named).extracting(NamedKey::until).containsExactly(4L, null);
      assertThat(before.signedBy(named.getFirst().key())).isPresent();
      assertThat(before.signedBy(named.getLast().key())).isEmpty();
      assertThat(after.signedBy(named.getFirst().key())).isEmpty();
      assertThat(after.signedBy(named.getLast().key())).isPresent();
    }
  }

  @Test
  void checkpointsAreInTheirTopicAndWhatWitnessesSayIsTakenDown() throws Exception {
    String kafka = Backends.start().kafka().bootstrapServers();
    append(1);
    SigningKey witness = SigningKey.generate("weir/replica/one", KeyKind.COSIGNATURE);
    SigningKey liar = SigningKey.generate("weir/replica/two", KeyKind.COSIGNATURE);
    try (var _ = signer(new KafkaExchange(kafka, 1));
        var producer =
            new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringSerializer(),
                new ByteArraySerializer())) {
      SignedNote note = awaitCheckpoint(2);
      await()
          .atMost(PATIENCE)
          .until(
              () -> database.number("select count(*) from ledger.checkpoint where published") > 0);
      Instant now = Instant.ofEpochSecond(1_800_000_000);
      for (SigningKey key : List.of(witness, liar)) {
        String text = key == liar ? note.text().replace("\n2\n", "\n3\n") : note.text();
        String cosigned = new SignedNote(note.text(), List.of(key.cosign(text, now))).toString();
        var record =
            new ProducerRecord<>(
                CheckpointTopic.NAME,
                0,
                key.verifier().name(),
                cosigned.getBytes(StandardCharsets.UTF_8));
        record
            .headers()
            .add(
                CheckpointTopic.WITNESS,
                key.verifier().toString().getBytes(StandardCharsets.UTF_8));
        producer.send(record).get();
      }

      await()
          .atMost(PATIENCE)
          .until(() -> database.number("select next_offset from ledger.cosignature_read") >= 3);
      assertThat(proofs.cosignatures(Optional.of(2L)))
          .singleElement()
          .satisfies(
              said -> {
                assertThat(said.key()).isEqualTo(witness.verifier().toString());
                assertThat(said.at()).isEqualTo(now.toString());
                assertThat(
                        SignedNote.parse(note.text() + "\n" + said.signature() + "\n")
                            .signedBy(witness.verifier()))
                    .isPresent();
              });
    }
  }
}
