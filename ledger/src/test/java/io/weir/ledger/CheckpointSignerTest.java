package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.CheckpointTopic;
import io.weir.ledger.proof.KafkaExchange;
import io.weir.testing.Backends;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.SigningKey;
import io.weir.transparency.note.VerifierKey;
import io.weir.transparency.tree.Tile;
import io.weir.transparency.verify.NamedKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints of a ledger on a real database, and what is proven with them. */
@Tag("slow")
class CheckpointSignerTest {
  @TempDir private Path directory;
  private SigningKit kit;

  @BeforeEach
  void aLedger() {
    kit = new SigningKit();
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void whatHappenedIsSignedWithAKeyThatTheLedgerNames() throws Exception {
    kit.append(3);
    try (var signer = kit.signer(directory)) {
      // the key is an event, too
      SignedNote note = kit.awaitCheckpoint(4);

      Checkpoint checkpoint = Checkpoint.parse(note.text());
      List<NamedKey> keys = kit.database.verify().keys();
      assertThat(keys).hasSize(1);
      VerifierKey key = keys.getFirst().key();
      assertThat(note.signedBy(key)).isPresent();
      assertThat(note.signedBy(key.as(KeyKind.COSIGNATURE))).isPresent();
      assertThat(checkpoint.root()).isEqualTo(SigningKit.root(kit.database.events()));
      assertThat(kit.database.verify(Map.of(4L, checkpoint.root())).finding()).isNull();
      assertThat(Files.readString(directory.resolve("checkpoint"))).isEqualTo(note.toString());
      assertThat(signer.status().leading()).isTrue();
    }
  }

  @Test
  void everyEventIsProvenAndEveryTreeContinuesTheOnesBefore() throws Exception {
    kit.append(300);
    try (var _ = kit.signer(directory)) {
      kit.awaitCheckpoint(301);
      List<Recorded> events = kit.database.events();
      for (long position : new long[] {1, 2, 128, 256, 257, 301}) {
        var included = kit.proofs.inclusion(position, 301);
        assertThat(included.event()).isEqualTo(events.get((int) position - 1).hash());
        assertThat(included.proof().proves(included.event(), SigningKit.root(events))).isTrue();
      }
      for (long from : new long[] {1, 2, 255, 256, 300, 301}) {
        var continued = kit.proofs.consistency(from, 301);
        assertThat(continued.from()).isEqualTo(SigningKit.root(events.subList(0, (int) from)));
        assertThat(continued.proof().proves(continued.from(), SigningKit.root(events))).isTrue();
      }
      assertThat(kit.proofs.tile(new Tile(0, 0, 256)).orElseThrow()).hasSize(8192);
      assertThat(kit.proofs.tile(new Tile(0, 1, 45)).orElseThrow()).hasSize(45 * 32);
      assertThat(kit.proofs.tile(new Tile(0, 1, 46))).isEmpty();
      assertThat(kit.proofs.tile(new Tile(1, 0, 1)).orElseThrow()).hasSize(32);
      assertThat(kit.proofs.entries(new Tile(0, 1, 45)).orElseThrow()).hasSize(45 * 34);
    }
  }

  @Test
  void aRotatedKeyIsAnEventAndOldCheckpointsStayProvenByTheOldOne() throws Exception {
    kit.append(1);
    try (var signer = kit.signer(directory)) {
      SignedNote before = kit.awaitCheckpoint(2);
      kit.rotate(signer);
      SignedNote after = kit.awaitCheckpoint(4);

      List<NamedKey> named = kit.database.verify().keys();
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
    kit.append(1);
    SigningKey witness = SigningKey.generate("weir/replica/one", KeyKind.COSIGNATURE);
    SigningKey liar = SigningKey.generate("weir/replica/two", KeyKind.COSIGNATURE);
    try (var _ = kit.signer(directory, new KafkaExchange(kafka, 1));
        var producer =
            new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringSerializer(),
                new ByteArraySerializer())) {
      SignedNote note = kit.awaitCheckpoint(2);
      await()
          .atMost(SigningKit.PATIENCE)
          .until(
              () ->
                  kit.database.number("select count(*) from ledger.checkpoint where published")
                      > 0);
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
          .atMost(SigningKit.PATIENCE)
          .until(() -> kit.database.number("select next_offset from ledger.cosignature_read") >= 3);
      assertThat(kit.proofs.cosignatures(Optional.of(2L)))
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
