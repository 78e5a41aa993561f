package io.weir.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.topic.CheckpointTopic;
import io.weir.ledger.relay.KafkaTopic;
import io.weir.ledger.relay.RelayException;
import io.weir.ledger.relay.RelayOptions;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.Cosignature;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.NoteSignature;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.VerifierKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The exchange by a topic, {@link CheckpointTopic}. */
public final class KafkaExchange implements CheckpointExchange {
  private static final int SEND_SECONDS = 10;
  private static final Duration POLL = Duration.ofMillis(50);

  private final RelayOptions options;

  /**
   * By Kafka.
   *
   * @param replicationFactor of the topic, when it is created
   */
  public KafkaExchange(String bootstrapServers, int replicationFactor) {
    options = RelayOptions.of(bootstrapServers, CheckpointTopic.NAME, replicationFactor);
  }

  @Override
  public Talk open() {
    return new KafkaTalk();
  }

  private final class KafkaTalk implements Talk {
    private final TopicPartition partition = new TopicPartition(CheckpointTopic.NAME, 0);
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    @Override
    public @Nullable String exchange(Connection connection) throws SQLException {
      var tables = new CheckpointTables(connection);
      try {
        if (producer == null || consumer == null) {
          connect(tables);
        }
        publish(tables);
        listen(tables);
        return null;
      } catch (KafkaException | RelayException | TimeoutException | ExecutionException e) {
        close();
        return String.valueOf(e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "interrupted";
      }
    }

    private void connect(CheckpointTables tables) throws SQLException, InterruptedException {
      var topic = new KafkaTopic(options);
      topic.ensure();
      Map<String, Object> writing = topic.connection();
      writing.put(ProducerConfig.ACKS_CONFIG, "all");
      writing.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_SECONDS * 1000);
      producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
      Map<String, Object> reading = topic.connection();
      reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
      // a topic that was made anew
      reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
      var bytes = new ByteArrayDeserializer();
      KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(reading, bytes, bytes);
      consumer = reader;
      reader.assign(List.of(partition));
      reader.seek(partition, tables.nextOffset());
    }

    private void publish(CheckpointTables tables)
        throws SQLException, ExecutionException, InterruptedException, TimeoutException {
      KafkaProducer<String, byte[]> to = producer;
      if (to == null) {
        return;
      }
      for (CheckpointTables.Signed signed : tables.unpublished()) {
        String key = "checkpoint";
        to.send(new ProducerRecord<>(CheckpointTopic.NAME, 0, key, signed.note().getBytes(UTF_8)))
            .get(SEND_SECONDS, TimeUnit.SECONDS);
        tables.published(signed.id());
      }
    }

    private void listen(CheckpointTables tables) throws SQLException {
      KafkaConsumer<byte[], byte[]> from = consumer;
      if (from == null) {
        return;
      }
      long next = -1;
      for (ConsumerRecord<byte[], byte[]> record : from.poll(POLL)) {
        take(tables, record);
        next = record.offset() + 1;
      }
      if (next >= 0) {
        tables.nextOffset(next);
      }
    }

    /** What is no true answer to a checkpoint of this ledger is nobody's. */
    private void take(CheckpointTables tables, ConsumerRecord<byte[], byte[]> record)
        throws SQLException {
      Header witness = record.headers().lastHeader(CheckpointTopic.WITNESS);
      if (witness == null || record.value() == null) {
        return;
      }
      try {
        VerifierKey key = VerifierKey.parse(new String(witness.value(), UTF_8));
        SignedNote note = SignedNote.parse(record.value());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        Optional<NoteSignature> signature = note.signedBy(key);
        if (key.kind() == KeyKind.COSIGNATURE && signature.isPresent()) {
          String all = note.toString();
          String line = all.substring(all.lastIndexOf("\n\n") + 2);
          tables.cosigned(checkpoint, key.toString(), line, Cosignature.time(signature.get()));
        }
      } catch (NoteException e) {
        System.getLogger(KafkaExchange.class.getName())
            .log(
                System.Logger.Level.WARNING,
                "the record at offset {0} of the checkpoints is passed over: {1}",
                record.offset(),
                e.getMessage());
      }
    }

    @Override
    public void close() {
      if (producer != null) {
        producer.close(Duration.ZERO);
        producer = null;
      }
      if (consumer != null) {
        consumer.close();
        consumer = null;
      }
    }
  }
}
