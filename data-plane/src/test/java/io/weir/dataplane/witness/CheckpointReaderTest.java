package io.weir.dataplane.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.CheckpointTopic;
import io.weir.contracts.topic.TopicRecord;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.PublicKey;
import io.weir.testing.Backends;
import io.weir.testing.Kafka;
import io.weir.testing.event.EventMother;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.Cosignature;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.SigningKey;
import io.weir.transparency.note.VerifierKey;
import io.weir.transparency.tree.CompactRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a witness answers in the topic of checkpoints, on a real broker. */
@Timeout(120)
@Tag("slow")
class CheckpointReaderTest {
  private static final UUID LEDGER = new UUID(1, 2);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final SigningKey KEY =
      SigningKey.generate(Checkpoint.originOf(LEDGER), KeyKind.NOTE);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TopicPartition PARTITION = new TopicPartition(CheckpointTopic.NAME, 0);
  private static Backends backends;
  private static Kafka kafka;

  @TempDir private Path directory;
  private final List<Recorded> events = new ArrayList<>();
  private final AtomicInteger changes = new AtomicInteger();
  private Witness witness;
  private CheckpointReader reader;

  @BeforeAll
  static void startKafka() {
    backends = Backends.exclusive();
    kafka = backends.kafka();
  }

  @AfterAll
  static void stopKafka() {
    backends.close();
  }

  @BeforeEach
  void aWitnessThatReadSixEvents() throws IOException {
    var recorder = new Recorder(LEDGER);
    events.addAll(
        recorder.record(
            new LedgerKeyCreated(
                new LedgerKeyId("ledger-key-aaaaaaaa"),
                new PublicKey(KEY.verifier().publicKey()))));
    for (int i = 0; i < 5; i++) {
      events.addAll(recorder.record(EventMother.vpc("v" + i)));
    }
    witness = Witness.in(directory, "one", Clock.fixed(NOON, ZoneOffset.UTC));
    witness.read(
        events.stream()
            .map(event -> new TopicRecord(0, KafkaHeaders.of(event), event.data()))
            .toList());
  }

  @AfterEach
  void stop() {
    if (reader != null) {
      reader.stop();
    }
    kafka.deleteTopic(CheckpointTopic.NAME);
  }

  private void start() {
    GatewayImage image = image();
    reader =
        new CheckpointReader(
            kafka.bootstrapServers(), witness, () -> image, changes::incrementAndGet);
    reader.start();
  }

  private GatewayImage image() {
    var delta = new GatewayDelta(GatewayImage.genesis(LEDGER));
    events.forEach(event -> delta.replay(event, EventCodec.CURRENT.decode(event)));
    return delta.apply();
  }

  private SignedNote signed(int size) {
    CompactRange range = CompactRange.empty();
    events.subList(0, size).forEach(event -> range.append(event.hash()));
    return signed(size, range.root());
  }

  private static SignedNote signed(long size, Hash root) {
    String text = Checkpoint.of(LEDGER, size, root).text();
    return new SignedNote(text, List.of(KEY.sign(text)));
  }

  private static void publish(byte[]... values) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (byte[] value : values) {
        producer.send(new ProducerRecord<>(CheckpointTopic.NAME, 0, "checkpoint", value)).get();
      }
    }
  }

  private static byte[] bytes(SignedNote note) {
    return note.toString().getBytes(UTF_8);
  }

  /** All that witnesses answered so far. */
  private static List<ConsumerRecord<byte[], byte[]>> answers() {
    List<ConsumerRecord<byte[], byte[]>> answers = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
      while (consumer.position(PARTITION) < end) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          if (record.headers().lastHeader(CheckpointTopic.WITNESS) != null) {
            answers.add(record);
          }
        }
      }
    }
    return answers;
  }

  private void isOf(ConsumerRecord<byte[], byte[]> answer, SignedNote checkpoint)
      throws NoteException {
    String key = new String(answer.headers().lastHeader(CheckpointTopic.WITNESS).value(), UTF_8);
    assertThat(VerifierKey.parse(key)).isEqualTo(witness.key());
    SignedNote cosigned = SignedNote.parse(answer.value());
    assertThat(cosigned.text()).isEqualTo(checkpoint.text());
    assertThat(Cosignature.time(cosigned.signedBy(witness.key()).orElseThrow())).isEqualTo(NOON);
  }

  @Test
  void aCheckpointThatFitsIsCosignedInTheTopicAndToldOnce() throws Exception {
    kafka.createTopic(CheckpointTopic.NAME);
    start();
    publish(bytes(signed(4)));

    await().atMost(PATIENCE).until(() -> answers().size() == 1);
    isOf(answers().getFirst(), signed(4));
    assertThat(new String(answers().getFirst().key(), UTF_8)).isEqualTo("weir/replica/one");
    assertThat(witness.report().cosignedSize()).isEqualTo(4);
    assertThat(witness.report().contradiction()).isNull();
    await().atMost(PATIENCE).untilAtomic(changes, equalTo(1));
  }

  /** Lines of the witness and its reader, of a level. */
  private static final class Lines extends Handler implements AutoCloseable {
    private final List<Logger> logs =
        List.of(
            Logger.getLogger(Witness.class.getName()),
            Logger.getLogger(CheckpointReader.class.getName()));
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

    Lines() {
      logs.forEach(log -> log.addHandler(this));
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line);
    }

    List<String> of(Level level) {
      return lines.stream()
          .filter(line -> line.getLevel().equals(level))
          .map(LogRecord::getMessage)
          .toList();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logs.forEach(log -> log.removeHandler(this));
    }
  }

  @Test
  void aCheckpointThatContradictsIsNeverCosignedNorAnyAfterItAndItIsAnError() throws Exception {
    try (var lines = new Lines()) {
      kafka.createTopic(CheckpointTopic.NAME);
      start();
      publish(bytes(signed(5, Hash.of("another history"))));
      await().atMost(PATIENCE).untilAtomic(changes, equalTo(1));
      // what is passed over behind it says that the one that fits was read
      publish(bytes(signed(6)), "nonsense".getBytes(UTF_8));
      await().atMost(PATIENCE).until(() -> !lines.of(Level.WARNING).isEmpty());
      reader.stop();

      String contradiction = witness.report().contradiction();
      assertThat(contradiction)
          .contains("the first 5 events", Hash.of("another history").hex(), "was rewritten");
      assertThat(lines.of(Level.SEVERE)).containsExactly(contradiction);
      assertThat(answers()).isEmpty();
      assertThat(witness.report().cosignedSize()).isZero();
      assertThat(changes).as("whoever reports it is told once").hasValue(1);
      assertThat(
              Witness.in(directory, "one", Clock.fixed(NOON, ZoneOffset.UTC))
                  .report()
                  .contradiction())
          .as("also after a restart")
          .isEqualTo(contradiction);
    }
  }

  @Test
  void whatIsNoCheckpointIsPassedOverAndTheNextIsCosigned() throws Exception {
    kafka.createTopic(CheckpointTopic.NAME);
    start();
    publish("nonsense".getBytes(UTF_8), null, new byte[] {(byte) 0xff}, bytes(signed(3)));

    await().atMost(PATIENCE).until(() -> answers().size() == 1);
    isOf(answers().getFirst(), signed(3));
  }

  @Test
  void aCheckpointThatWasThereBeforeTheStartIsCosigned() throws Exception {
    kafka.createTopic(CheckpointTopic.NAME);
    publish(bytes(signed(2)), bytes(signed(6)));
    start();

    await().atMost(PATIENCE).until(() -> answers().size() == 1);
    isOf(answers().getFirst(), signed(6));
  }

  @Test
  void aTopicThatIsMadeLaterIsReadWhenItIsThere() throws Exception {
    start();
    await().atMost(PATIENCE).until(() -> thread("checkpoint-reader"));
    kafka.createTopic(CheckpointTopic.NAME);
    publish(bytes(signed(4)));

    await().atMost(PATIENCE).until(() -> answers().size() == 1);
    isOf(answers().getFirst(), signed(4));
  }

  private static boolean thread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals(name));
  }
}
