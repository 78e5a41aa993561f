package io.weir.registry;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.weir.contracts.topic.Topic;
import io.weir.testing.Backends;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What those who run the service see of it. */
@InstanceRegistry
class OperationsTest {
  Backends backends;

  @Test
  void theServiceIsReadyAndLive() {
    when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    when().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void readinessDoesNotAskKafka() {
    String readiness = when().get("/q/health/ready").asString();

    assertThat(readiness).containsIgnoringCase("database").doesNotContainIgnoringCase("kafka");
  }

  @Test
  void metricsAreThere() {
    Http.vpc();

    when()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("/v1/vpcs"))
        .body(containsString("weir_relay_lag_events"));
  }

  @Test
  void whatIsDecidedReachesKafka() {
    String id = Http.vpc();
    var topic = new TopicPartition(Topic.NAME, 0);
    Map<String, Object> settings = Map.of("bootstrap.servers", backends.kafka().bootstrapServers());
    List<String> streams = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(topic));
      consumer.seekToBeginning(List.of(topic));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> streams.add(record.key()));
                return streams.contains("vpc/" + id);
              });
    }
  }
}
