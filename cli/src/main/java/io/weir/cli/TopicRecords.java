package io.weir.cli;

import io.weir.transparency.verify.RawRecord;
import io.weir.transparency.verify.RawRecord.RawHeader;
import io.weir.transparency.verify.RawRecords;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The records of the ledger's topic, from its beginning to where it ends when this is made. */
final class TopicRecords implements RawRecords {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final long begin;
  private final long end;
  private Iterator<ConsumerRecord<byte[], byte[]>> page =
      List.<ConsumerRecord<byte[], byte[]>>of().iterator();

  /**
   * Begins to read.
   *
   * @param settings of a Kafka consumer, the address of brokers among them
   */
  TopicRecords(Properties settings, String topic) throws IOException {
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
    partition = new TopicPartition(topic, 0);
    try {
      consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consumer.assign(List.of(partition));
      begin = offset(consumer.beginningOffsets(List.of(partition), TIMEOUT).get(partition));
      end = offset(consumer.endOffsets(List.of(partition), TIMEOUT).get(partition));
      consumer.seek(partition, begin);
    } catch (KafkaException e) {
      throw new IOException("the topic %s cannot be read: %s".formatted(topic, e.getMessage()), e);
    }
  }

  private long offset(@Nullable Long offset) throws IOException {
    if (offset == null) {
      throw new IOException("there is no topic " + partition.topic());
    }
    return offset;
  }

  @Override
  public @Nullable RawRecord next() throws IOException {
    long asked = System.nanoTime();
    try {
      while (!page.hasNext()) {
        if (consumer.position(partition, TIMEOUT) >= end) {
          return null;
        }
        if (System.nanoTime() - asked > SILENCE.toNanos()) {
          throw new IOException("Kafka does not answer");
        }
        page = consumer.poll(Duration.ofMillis(500)).records(partition).iterator();
      }
    } catch (KafkaException e) {
      throw new IOException("the topic cannot be read: " + e.getMessage(), e);
    }
    ConsumerRecord<byte[], byte[]> record = page.next();
    return record.offset() >= end ? null : raw(record);
  }

  private static RawRecord raw(ConsumerRecord<byte[], byte[]> record) {
    List<RawHeader> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      headers.add(new RawHeader(header.key(), header.value()));
    }
    return new RawRecord(record.offset(), record.key(), headers, record.value());
  }

  @Override
  public long expected() {
    return end - begin;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
