package io.weir.control.traffic.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.weir.contracts.codec.Json;
import io.weir.contracts.topic.TrafficTopic;
import io.weir.control.traffic.TrafficReader;
import io.weir.control.traffic.UnreadableException;
import io.weir.control.traffic.minute.MinuteRecord;
import io.weir.control.traffic.minute.TrafficMemory;
import io.weir.control.traffic.request.AccessLine;
import io.weir.control.traffic.request.KeptRequests;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Remembers what replicas tell. The topic is read from its beginning at every start; nothing has to
 * be remembered but what is in memory, and no record can stop the others.
 */
@ApplicationScoped
class TrafficIntake {
  private static final Logger LOG = Logger.getLogger(TrafficIntake.class);

  /** What is older is in no answer: of what the topic keeps, half. */
  private static final Duration OLDEST = Duration.ofMinutes(61);

  private static final int LONGEST_ID = 300;
  private static final int MOST_REQUESTS = 2_000;

  private final TrafficMemory minutes;
  private final KeptRequests requests;
  private final Counter passedOver;

  TrafficIntake(TrafficMemory minutes, KeptRequests requests, MeterRegistry registry) {
    this.minutes = minutes;
    this.requests = requests;
    this.passedOver =
        Counter.builder("weir.traffic.passed.over")
            .description("What replicas told of their traffic in a form that is not understood")
            .register(registry);
  }

  @Incoming("traffic")
  Uni<Void> take(ConsumerRecords<String, byte[]> records) {
    return Uni.createFrom()
        .voidItem()
        // there may be hours of it at the start: no work for an event loop
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(() -> records.forEach(this::take));
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Instant now = Instant.now();
    if (record.value() == null || record.timestamp() < now.minus(OLDEST).toEpochMilli()) {
      return;
    }
    try {
      if (record.value().length > TrafficTopic.MAX_RECORD_BYTES) {
        throw new UnreadableException("is too long");
      }
      take(Json.MAPPER.readTree(record.value()), now);
    } catch (JsonProcessingException e) {
      // its message would repeat what may be a secret
      passOver(record, "is no JSON");
    } catch (IOException | RuntimeException e) {
      passOver(record, String.valueOf(e.getMessage()));
    }
  }

  private void take(JsonNode node, Instant now) {
    TrafficReader told = new TrafficReader(node);
    switch (told.text("type", LONGEST_ID)) {
      case "minute" -> minutes.add(MinuteRecord.read(node), now);
      case "requests" -> {
        String replica = told.text("replicaId", LONGEST_ID).intern();
        for (JsonNode line : told.elements("requests", MOST_REQUESTS)) {
          request(replica, line, now);
        }
      }
      default -> throw new UnreadableException("is of a type of another build");
    }
  }

  /** One that is not understood says nothing of the others. */
  private void request(String replica, JsonNode line, Instant now) {
    try {
      requests.add(AccessLine.read(replica, line), now);
    } catch (UnreadableException e) {
      passedOver.increment();
      LOG.debugf("A request that %s told of is passed over: %s", replica, e.getMessage());
    }
  }

  private void passOver(ConsumerRecord<String, byte[]> record, String why) {
    passedOver.increment();
    LOG.debugf("The record at offset %d is passed over: %s", record.offset(), why);
  }
}
