package io.weir.control.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.topic.TrafficTopic;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes into the topic of traffic what a replica would, or would not. */
@Singleton
public class TrafficWriter {
  private final KafkaProducer<String, byte[]> producer;

  TrafficWriter(@ConfigProperty(name = "weir.kafka.bootstrap.servers") String kafka) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", kafka, "max.request.size", 2 * TrafficTopic.MAX_RECORD_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** A record of now. */
  public void write(String replica, JsonNode record) {
    write(replica, record.toString().getBytes(StandardCharsets.UTF_8), Instant.now());
  }

  /** Any bytes, of any time. */
  public void write(String replica, byte @Nullable [] value, Instant at) {
    try {
      producer
          .send(new ProducerRecord<>(TrafficTopic.NAME, 0, at.toEpochMilli(), replica, value))
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("cannot write", e);
    }
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
