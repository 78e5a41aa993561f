package io.weir.projector.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.projector.kit.ProjectorFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NodeReportsTest extends ProjectorFixture {
  private static final String LIVE =
      """
      {"nodeId":"a-8000","instance":"*","state":"LIVE","position":%d,"address":"127.0.0.1:8000",\
      "adminAddress":"127.0.0.1:9000"}\
      """;

  @Test
  void keepsTheNewestReportOfEachNodeUntilItIsGone() throws Exception {
    try (var nodes = producer()) {
      report(nodes, "a-8000", LIVE.formatted(1));
      report(nodes, "b-8000", "{\"nodeId\":\"b-8000\"}");
      report(nodes, "c-8000", "this is no report");
      report(nodes, "a-8000", LIVE.formatted(2));
      awaitRows("a-8000 * 2 LIVE 127.0.0.1:8000 127.0.0.1:9000", "b-8000 null null null null null");
      report(nodes, "b-8000", null);
      awaitRows("a-8000 * 2 LIVE 127.0.0.1:8000 127.0.0.1:9000");
      report(nodes, "a-8000", null);
      awaitRows();
    }
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", backends.kafka().bootstrapServers()),
        new StringSerializer(),
        new StringSerializer());
  }

  private static void report(
      KafkaProducer<String, String> nodes, String node, @Nullable String report)
      throws InterruptedException, ExecutionException {
    nodes.send(new ProducerRecord<>("weir.replicas", node, report)).get();
  }

  private void awaitRows(String... expected) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(rows()).containsExactly(expected));
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Row row :
        database.query(
            """
            select node_id, instance, position, state, address, admin_address
            from read.data_plane_node where last_seen_at is not null and document is not null
            order by node_id\
            """)) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        values.add(String.valueOf(row.getValue(i)));
      }
      rows.add(String.join(" ", values));
    }
    return rows;
  }
}
