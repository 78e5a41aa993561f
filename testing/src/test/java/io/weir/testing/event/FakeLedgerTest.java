package io.weir.testing.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.testing.Backends;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class FakeLedgerTest {
  private final SampleGateway sample =
      SampleGateway.withNodes(EventMother.node(8001, 5), EventMother.node(8002, 3));
  private final FakeLedger ledger = sample.ledger();

  @Test
  void aReaderThatChecksTheChainAcceptsItsHistory() {
    var chain = Chain.genesis(ledger.id());
    for (Recorded recorded : ledger.history()) {
      assertThat(chain.step(recorded)).isEqualTo(Chain.Step.APPLY);
      chain = chain.after(recorded);
    }
    assertThat(chain).isEqualTo(ledger.chain());
    assertThat(chain.position()).isEqualTo(10);
  }

  @Test
  void eventsOfOneCommandTakeEffectTogether() {
    var two = ledger.append(EventMother.vpc("one"), EventMother.vpc("two"));
    assertThat(two)
        .extracting(recorded -> recorded.envelope().endsCommit())
        .containsExactly(false, true);
    assertThat(two.getFirst().envelope().commandId())
        .isEqualTo(two.getLast().envelope().commandId());
  }

  @Test
  void anObjectsEventsCountItsVersions() {
    ledger.append(sample.disconnect());
    var versions =
        ledger.history().stream()
            .map(Recorded::envelope)
            .filter(envelope -> envelope.stream().equals(sample.release().stream()))
            .map(envelope -> envelope.version())
            .toList();
    assertThat(versions).containsExactly(1L, 2L);
  }

  @Test
  void itsImageIsWhatAReaderFoldsAndIsConsistent() {
    var delta = new GatewayDelta(GatewayImage.genesis(ledger.id()));
    ledger
        .history()
        .forEach(recorded -> delta.replay(recorded, EventCodec.CURRENT.decode(recorded)));
    assertThat(delta.apply()).isEqualTo(ledger.image());
    assertThat(ledger.image().check()).isEmpty();
    assertThat(ledger.image().associatedApis(sample.upstream().id())).hasSize(1);
  }

  @Test
  void theTopicHoldsWhatTheLedgerRecorded() {
    var kafka = Backends.start().kafka();
    try (var topic = LedgerTopic.create(kafka, "fake-ledger-test");
        var consumer =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
      topic.publish(ledger.history());
      var partition = List.of(new TopicPartition("fake-ledger-test", 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      var read = new ArrayList<Recorded>();
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (read.size() < ledger.history().size() && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> read.add(recorded(record)));
      }
      assertThat(read).isEqualTo(ledger.history());
    }
  }

  private static Recorded recorded(ConsumerRecord<String, byte[]> record) {
    var headers = new HashMap<String, String>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return KafkaHeaders.read(headers, new String(record.value(), UTF_8));
  }
}
