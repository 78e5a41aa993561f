package io.weir.dataplane.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.topic.CheckpointTopic;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.SignedNote;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads checkpoints, on a thread of its own, lets the witness judge them and answers in the same
 * topic. Outages of Kafka are waited out: what is missed are cosignatures, never traffic.
 */
public final class CheckpointReader {
  private static final System.Logger LOG = System.getLogger(CheckpointReader.class.getName());
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration RECONNECT_PAUSE = Duration.ofSeconds(2);
  private static final Duration SAVE_EVERY = Duration.ofSeconds(10);

  /** How far back it looks when it starts: for the last checkpoint among answers to it. */
  private static final long BACK = 200;

  private final String bootstrapServers;
  private final Witness witness;
  private final Supplier<@Nullable GatewayImage> served;
  private final Runnable whenChanged;
  private final TopicPartition partition = new TopicPartition(CheckpointTopic.NAME, 0);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "checkpoint-reader");
  private volatile @Nullable KafkaConsumer<byte[], byte[]> reading;
  private volatile @Nullable KafkaProducer<String, byte[]> answering;
  private long saved = System.nanoTime();

  /**
   * A reader.
   *
   * @param served the configuration, which names the ledger's keys; null while there is none
   * @param whenChanged called when the witness says something else
   */
  public CheckpointReader(
      String bootstrapServers,
      Witness witness,
      Supplier<@Nullable GatewayImage> served,
      Runnable whenChanged) {
    this.bootstrapServers = bootstrapServers;
    this.witness = witness;
    this.served = served;
    this.whenChanged = whenChanged;
    thread.setDaemon(true);
  }

  /** Starts and returns at once. */
  public void start() {
    thread.start();
  }

  /** Goes on with other clients of Kafka. Any thread. */
  public void renew() {
    KafkaConsumer<byte[], byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
    KafkaProducer<String, byte[]> producer = answering;
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }

  /** Stops within seconds and keeps what the witness remembers. */
  public void stop() {
    stop.countDown();
    try {
      thread.join(TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    save();
  }

  private boolean stopped() {
    return stop.getCount() == 0 || Thread.currentThread().isInterrupted();
  }

  private void run() {
    while (!stopped()) {
      try (var consumer = new KafkaConsumer<byte[], byte[]>(reading());
          var producer = new KafkaProducer<String, byte[]>(writing())) {
        reading = consumer;
        answering = producer;
        follow(consumer, producer);
      } catch (KafkaException | IllegalStateException e) {
        // an illegal state is that of a producer that was closed to be renewed
        LOG.log(System.Logger.Level.DEBUG, "checkpoints cannot be read", e);
      }
      saveNowAndThen();
      pause();
    }
  }

  private void follow(
      KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<String, byte[]> producer) {
    if (consumer.partitionsFor(CheckpointTopic.NAME, TIMEOUT).isEmpty()) {
      return; // nobody signs
    }
    List<TopicPartition> one = List.of(partition);
    consumer.assign(one);
    long begin = consumer.beginningOffsets(one, TIMEOUT).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(one, TIMEOUT).getOrDefault(partition, 0L);
    consumer.seek(partition, Math.max(begin, end - BACK));
    while (!stopped()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(record);
      }
      GatewayImage image = served.get();
      if (image != null) {
        boolean before = witness.report().contradiction() != null;
        Optional<SignedNote> cosigned = witness.judge(image);
        cosigned.ifPresent(note -> send(producer, note));
        if (cosigned.isPresent() || before != (witness.report().contradiction() != null)) {
          whenChanged.run();
        }
      }
      saveNowAndThen();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null || record.headers().lastHeader(CheckpointTopic.WITNESS) != null) {
      return;
    }
    try {
      witness.take(SignedNote.parse(record.value()));
    } catch (NoteException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the record at offset {0} of the checkpoints is passed over: {1}",
          record.offset(),
          e.getMessage());
    }
  }

  private void send(KafkaProducer<String, byte[]> producer, SignedNote note) {
    var record =
        new ProducerRecord<>(
            CheckpointTopic.NAME, 0, witness.key().name(), note.toString().getBytes(UTF_8));
    record.headers().add(CheckpointTopic.WITNESS, witness.key().toString().getBytes(UTF_8));
    producer.send(
        record,
        (_, failure) -> {
          if (failure != null) {
            LOG.log(System.Logger.Level.DEBUG, "a cosignature was not taken", failure);
          }
        });
  }

  private void saveNowAndThen() {
    if (System.nanoTime() - saved > SAVE_EVERY.toNanos()) {
      save();
      saved = System.nanoTime();
    }
  }

  private void save() {
    try {
      witness.save();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the witness' memory cannot be written", e);
    }
  }

  private void pause() {
    try {
      var _ = stop.await(RECONNECT_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Object> reading() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false);
  }

  private Map<String, Object> writing() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        StringSerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        2_000);
  }
}
