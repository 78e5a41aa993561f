package io.weir.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.topic.TrafficTopic;
import io.weir.contracts.value.Nodes;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.ReplicaProcess;
import io.weir.dataplane.support.ToldTraffic;
import io.weir.testing.Backends;
import io.weir.testing.Kafka;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.LedgerTopic;
import io.weir.testing.event.SampleGateway;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real process on a real broker. */
@Timeout(120)
@Tag("slow")
class DataPlaneTest {
  private static Backends backends;
  private static Kafka kafka;
  private static LedgerTopic topic;
  private static FakeUpstream node;
  private static SampleGateway sample;
  private static FakeLedger ledger;

  @TempDir Path directory;

  @BeforeAll
  static void publishTheSample() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    backends = Backends.exclusive();
    kafka = backends.kafka();
    topic = LedgerTopic.create(kafka);
    node = FakeUpstream.http();
    sample = SampleGateway.withNodes(EventMother.node(node.port(), 1));
    ledger = sample.ledger();
    topic.publish(ledger.history());
  }

  @AfterAll
  static void stopKafka() {
    Awaitility.reset();
    topic.close();
    node.close();
    backends.close();
  }

  private ReplicaProcess start(String... more) throws IOException {
    return ReplicaProcess.start(kafka.bootstrapServers(), directory, more);
  }

  private static String get() {
    return "GET /release/pets HTTP/1.1\nHost: " + sample.service().id() + ".localhost\n\n";
  }

  private static Answer call(ReplicaProcess process) throws IOException {
    try (Client client = new Client(process.port())) {
      return client.call(get());
    }
  }

  @Test
  void servesWhatTheLedgerSaysAndFollowsIt() throws Exception {
    node.behave(Behaviour.echo());
    try (ReplicaProcess process = start();
        FakeUpstream other = FakeUpstream.http()) {
      process.awaitReady();
      assertThat(call(process).status()).isEqualTo(200);
      topic.publish(
          ledger.append(
              new UpstreamNodesChanged(
                  sample.upstream().id(), new Nodes(List.of(EventMother.node(other.port(), 1))))));
      await().until(() -> process.admin("/replica").path("position").asLong() == position());
      assertThat(call(process).status()).isEqualTo(200);
      assertThat(other.count()).isOne();
      topic.publish(
          ledger.append(
              new UpstreamNodesChanged(
                  sample.upstream().id(), new Nodes(List.of(EventMother.node(node.port(), 1))))));
      await().until(() -> process.admin("/replica").path("position").asLong() == position());
    }
  }

  private static long position() {
    return ledger.chain().position();
  }

  @Test
  void tellsOperatorsWhereItStands() throws Exception {
    node.behave(Behaviour.echo());
    try (ReplicaProcess process = start("--replica-id", "teller")) {
      process.awaitReady();
      call(process);
      assertThat(process.status("/health/live")).isEqualTo(200);
      JsonNode replica = process.admin("/replica");
      assertThat(replica.path("replicaId").asText()).isEqualTo("teller");
      assertThat(replica.path("state").asText()).isEqualTo("LIVE");
      assertThat(replica.path("hash").asText()).isEqualTo(ledger.chain().hash().hex());
      JsonNode routes = process.admin("/routes");
      assertThat(routes.at("/items/0/path").asText()).isEqualTo("/pets");
      assertThat(routes.at("/items/0/reachable").asBoolean()).isTrue();
      assertThat(routes.at("/total").asInt()).isOne();
      assertThat(process.admin("/routes?offset=1").at("/items").isEmpty()).isTrue();
      assertThat(process.admin("/routes?service=service-00000000").at("/total").asInt()).isZero();
      assertThat(process.status("/routes?limit=0")).isEqualTo(400);
      assertThat(process.admin("/domains").at("/total").asInt()).isZero();
      assertThat(process.admin("/upstreams").at("/items/0/nodes/0/node").asText())
          .isEqualTo("127.0.0.1:" + node.port());
      await()
          .untilAsserted(
              () ->
                  assertThat(process.text("/metrics"))
                      .contains(
                          "weir_requests_total{status=\"2xx\",version=\"HTTP/1.1\"} 1.0\n",
                          "weir_replica_state{state=\"LIVE\"} 1.0\n",
                          "weir_replica_position " + (double) position() + "\n"));
      assertThat(process.status("/nothing")).isEqualTo(404);
      assertThat(process.admin("/").fieldNames())
          .toIterable()
          .allSatisfy(path -> assertThat(process.status(path)).isEqualTo(200));
      JsonNode upstream = process.admin("/upstreams").at("/items/0");
      assertThat(upstream.at("/nodes/0/share").asDouble()).isEqualTo(1);
      assertThat(upstream.at("/failOpen").asBoolean(true)).isFalse();
      assertThat(upstream.at("/retryBudget/active").asInt()).isZero();
    }
  }

  @Test
  void tellsItsTrafficToTheLastRequest() throws Exception {
    node.behave(Behaviour.echo());
    try (ReplicaProcess process = start("--replica-id", "busy")) {
      process.awaitReady();
      call(process);
      await().until(() -> process.admin("/requests").path("items").size() == 1);
      await().until(() -> process.admin("/traffic").path("items").size() == 1);
      call(process);
      process.terminate();
      assertThat(process.exitCode()).isZero();
    }
    ToldTraffic told = new ToldTraffic();
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(TrafficTopic.NAME, 0);
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (record.key().equals("busy")) {
            told.take(List.of(record.value()));
          }
        }
      }
    }
    assertThat(told.sums()).containsEntry("requests", 2L).containsEntry("status 2xx", 2L);
    assertThat(told.requests()).hasSize(2);
  }

  @Test
  void tellsNoTrafficIfItIsNotTo() throws Exception {
    try (ReplicaProcess process = start("--traffic-topic", "off")) {
      process.awaitReady();
      assertThat(process.status("/traffic")).isEqualTo(404);
      assertThat(process.status("/requests")).isEqualTo(404);
    }
  }

  @Test
  void stopsInGoodOrderAndStartsAgainWithoutKafka() throws Exception {
    CompletableFuture<Reply> held = new CompletableFuture<>();
    CompletableFuture<Void> arrived = new CompletableFuture<>();
    try (ReplicaProcess process = start();
        Client client = new Client(process.awaitReady().port())) {
      node.behave(
          _ -> {
            arrived.complete(null);
            return new Reply.Held(held);
          });
      client.send(get());
      arrived.get();
      process.terminate();
      await().until(() -> process.refusesConnections());
      held.complete(Reply.text(200, "finished"));
      assertThat(client.read(false).text()).isEqualTo("finished");
      assertThat(process.exitCode()).isZero();
    }
    try (var files = Files.list(directory)) {
      assertThat(files.filter(file -> file.toString().endsWith(".weir"))).hasSize(1);
    }
    node.behave(Behaviour.echo());
    kafka.stop();
    try (ReplicaProcess process = start("--kafka-grace", "100")) {
      process.awaitReady();
      assertThat(call(process).status()).isEqualTo(200);
      assertThat(process.admin("/replica").path("state").asText()).isEqualTo("RESTORED");
      process.terminate();
      assertThat(process.exitCode()).isZero();
    } finally {
      kafka.start();
    }
  }

  @Test
  void largeBodiesPassThroughASmallHeap() throws Exception {
    long size = 300L * 1024 * 1024;
    node.behave(
        request -> {
          if (request.method().equals("GET")) {
            return new Reply.Stream(
                200,
                List.of(),
                out -> {
                  byte[] piece = new byte[1024 * 1024];
                  for (long sent = 0; sent < size; sent += piece.length) {
                    out.write(piece);
                    out.flush();
                  }
                });
          }
          return Reply.text(200, Long.toString(count(request.stream())));
        });
    try (ReplicaProcess process = ReplicaProcess.small(kafka.bootstrapServers(), directory)) {
      process.awaitReady();
      try (Client client = new Client(process.port())) {
        client.send(get().replace("HTTP/1.1", "HTTP/1.0"));
        assertThat(count(client.in())).isGreaterThan(size).isLessThan(size + 1_000);
      }
      try (Client client = new Client(process.port())) {
        client.send(
            get().replace("GET", "PUT").stripTrailing() + "\nContent-Length: " + size + "\n\n");
        byte[] piece = new byte[1024 * 1024];
        for (long sent = 0; sent < size; sent += piece.length) {
          client.send(piece);
        }
        assertThat(client.read(false).text()).isEqualTo(Long.toString(size));
      }
    }
  }

  private static long count(InputStream in) {
    try {
      byte[] buffer = new byte[64 * 1024];
      long count = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count += read;
      }
      return count;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void explainsItsOptions() throws Exception {
    try (ReplicaProcess process = start("--help")) {
      assertThat(process.exitCode()).isZero();
      assertThat(process.output())
          .contains("--kafka", "--instance", "WEIR_REPLICA_ID", "--data-dir");
    }
  }

  @Test
  void saysWhyItCannotStart() throws Exception {
    try (ReplicaProcess process = start("--instance", "upstream-aaaaaaaa")) {
      assertThat(process.exitCode()).isNotZero();
      assertThat(process.output()).contains("--instance", "instance-");
    }
    try (ServerSocket taken = new ServerSocket(0);
        ReplicaProcess process =
            start("--host", "0.0.0.0", "--port", Integer.toString(taken.getLocalPort()))) {
      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.output()).contains("cannot start", "in use");
    }
  }

  /** Keeps the helper honest: what it parses is what the process wrote. */
  @Test
  void answersReadinessWithJson() throws Exception {
    try (ReplicaProcess process = start()) {
      process.awaitReady();
      assertThat(Json.MAPPER.readTree(process.text("/health/ready")).path("status").asText())
          .isEqualTo("UP");
    }
  }
}
