package io.weir.control;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.vertx.core.Vertx;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Topic;
import io.weir.ledger.Ledger;
import io.weir.ledger.LedgerOptions;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** The service as its operators see it. */
@ControlApi
class ServiceTest {
  @Inject Gateway gateway;
  @Inject Mutiny.SessionFactory sessions;
  @Inject Vertx vertx;

  @ConfigProperty(name = "weir.kafka.bootstrap.servers")
  String kafka;

  @Test
  void itIsReadyAndAlive() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void aProcessThatStartsLaterKnowsAllThatHappened() {
    var vpc = gateway.vpc();
    try (var later = new Ledger(sessions, vertx, LedgerOptions.DEFAULTS)) {
      var image = later.image().await().atMost(Duration.ofSeconds(30));
      assertThat(image.vpcs()).containsKey(vpc);
    }
  }

  @Test
  void itHasMetrics() {
    given().get("/v1/upstreams/upstream-aaaaaaaa").then().statusCode(404);
    given().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests"));
  }

  @Test
  void whoAndWhyAndFromWhereTravelToKafka() {
    String id =
        Gateway.json(Gateway.upstreamBody(Gateway.name("told"), gateway.vpc()))
            .header("Weir-Actor", "ada")
            .header("Weir-Reason", "because it is needed")
            .header("X-Request-Id", "request-1")
            .post("/v1/upstreams")
            .jsonPath()
            .getString("id");
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            kafka,
            "enable.auto.commit",
            "false",
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition(Topic.NAME, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var found = new HashMap<String, Recorded>();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> found.put(r.key(), read(r)));
                return found.containsKey("upstream/" + id);
              });
      var envelope = found.get("upstream/" + id).envelope();
      assertThat(envelope.actor()).isEqualTo("ada");
      assertThat(envelope.reason()).isEqualTo("because it is needed");
      assertThat(envelope.correlation()).isEqualTo("request-1");
      assertThat(envelope.type()).isEqualTo("upstream.created.v1");
    }
  }

  private static Recorded read(ConsumerRecord<String, String> record) {
    var headers = new HashMap<String, String>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return KafkaHeaders.read(headers, record.value());
  }

  @Test
  void itDescribesItself() {
    given()
        .get("/openapi.json")
        .then()
        .statusCode(200)
        .body("openapi", containsString("3."))
        .body("paths", hasKey("/v1/upstreams"));
    given().get("/openapi").then().statusCode(200).body(containsString("/v1/upstreams"));
  }
}
