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
class ReplicaReportsTest extends ProjectorFixture {
  private static final String LIVE =
      """
      {"replicaId":"a-8000","instance":"*","state":"LIVE","position":%d,"address":"127.0.0.1:8000",\
      "adminAddress":"127.0.0.1:9000"}\
      """;

  @Test
  void keepsTheNewestReportOfEachReplicaUntilItIsGone() throws Exception {
    try (var replicas = producer()) {
      report(replicas, "a-8000", LIVE.formatted(1));
      report(replicas, "b-8000", "{\"replicaId\":\"b-8000\"}");
      report(replicas, "c-8000", "this is no report");
      report(replicas, "a-8000", LIVE.formatted(2));
      awaitRows("a-8000 * 2 LIVE 127.0.0.1:8000 127.0.0.1:9000", "b-8000 null null null null null");
      report(replicas, "b-8000", null);
      awaitRows("a-8000 * 2 LIVE 127.0.0.1:8000 127.0.0.1:9000");
      report(replicas, "a-8000", null);
      awaitRows();
    }
  }

  @Test
  void keepsWhatEachLiveReplicaFindsOfTheNodesOfUpstreams() throws Exception {
    String finds = "{\"replicaId\":\"%s\",\"state\":\"LIVE\",\"nodeHealth\":%s}";
    String one = "\"10.0.0.1:80\":\"%s\"";
    try (var replicas = producer()) {
      report(
          replicas,
          "h-1",
          finds.formatted(
              "h-1",
              "{\"upstream-00000001\":{"
                  + one.formatted("HEALTHY")
                  + ",\"[fd00::2]:80\":\"UNHEALTHY\"},\"upstream-00000002\":{"
                  + one.formatted("HEALTHY")
                  + "}}"));
      report(
          replicas,
          "h-2",
          finds.formatted("h-2", "{\"upstream-00000001\":{" + one.formatted("UNHEALTHY") + "}}"));
      awaitHealth(
          "upstream-00000001 10.0.0.1:80 h-1 HEALTHY",
          "upstream-00000001 10.0.0.1:80 h-2 UNHEALTHY",
          "upstream-00000001 [fd00::2]:80 h-1 UNHEALTHY",
          "upstream-00000002 10.0.0.1:80 h-1 HEALTHY");
      Object since = since("h-1", "10.0.0.1:80");
      assertThat(document("h-1")).contains("LIVE").doesNotContain("nodeHealth");

      String repeated =
          finds.formatted(
              "h-1",
              "{\"upstream-00000001\":{"
                  + one.formatted("HEALTHY")
                  + ",\"[fd00::2]:80\":\"HEALTHY\"}}");
      report(replicas, "h-1", repeated);
      awaitHealth(
          "upstream-00000001 10.0.0.1:80 h-1 HEALTHY",
          "upstream-00000001 10.0.0.1:80 h-2 UNHEALTHY",
          "upstream-00000001 [fd00::2]:80 h-1 HEALTHY");
      assertThat(since("h-1", "10.0.0.1:80")).isEqualTo(since);

      report(replicas, "h-2", "{\"replicaId\":\"h-2\"}");
      awaitHealth(
          "upstream-00000001 10.0.0.1:80 h-1 HEALTHY",
          "upstream-00000001 [fd00::2]:80 h-1 HEALTHY");
      report(replicas, "h-1", null);
      report(replicas, "h-2", null);
      awaitHealth();
      awaitRows();
    }
  }

  @Test
  void whatIsFoundHasACauseAndSinceWhen() throws Exception {
    String finds =
        "{\"replicaId\":\"w-1\",\"nodeHealth\":{\"upstream-00000001\":{\"10.0.0.1:80\":%s}}}";
    String unfit = "{\"state\":\"UNHEALTHY\",\"cause\":\"%s\",\"since\":\"2026-01-01T12:00:0%dZ\"}";
    try (var replicas = producer()) {
      report(replicas, "w-1", finds.formatted(unfit.formatted("refused", 1)));
      awaitWhy("UNHEALTHY refused 2026-01-01 12:00:01");
      report(replicas, "w-1", finds.formatted(unfit.formatted("late", 1)));
      awaitWhy("UNHEALTHY late 2026-01-01 12:00:01");
      report(replicas, "w-1", finds.formatted(unfit.formatted("late", 2)));
      awaitWhy("UNHEALTHY late 2026-01-01 12:00:02");
      // what does not say since when does not know better
      report(replicas, "w-1", finds.formatted("\"UNHEALTHY\""));
      awaitWhy("UNHEALTHY null 2026-01-01 12:00:02");
      report(replicas, "w-1", finds.formatted("\"HEALTHY\""));
      awaitHealth("upstream-00000001 10.0.0.1:80 w-1 HEALTHY");
      assertThat(why()).doesNotContain("12:00:02");
      report(replicas, "w-1", null);
      awaitRows();
    }
  }

  private void awaitWhy(String expected) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(why()).isEqualTo(expected));
  }

  private String why() {
    return first(
        """
        select state || ' ' || coalesce(cause, 'null') || ' ' || (changed_at at time zone 'UTC')
        from read.node_health\
        """);
  }

  @Test
  void keepsTheCertificatesOfEachLiveReplica() throws Exception {
    String serves = "{\"replicaId\":\"%s\",\"certificates\":%s}";
    String shop =
        "{\"name\":\"shop\",\"names\":[\"a.example\"],\"notAfter\":\"2026-0%d-01T00:00:00Z\"}";
    String missing = "{\"name\":\"gone\",\"problem\":\"there is no gone.crt\"}";
    try (var replicas = producer()) {
      report(
          replicas, "s-1", serves.formatted("s-1", "[" + shop.formatted(4) + "," + missing + "]"));
      report(replicas, "s-2", serves.formatted("s-2", "[" + shop.formatted(5) + "]"));
      awaitCertificates(
          "gone s-1 null null there is no gone.crt",
          "shop s-1 [\"a.example\"] 2026-04-01 null",
          "shop s-2 [\"a.example\"] 2026-05-01 null");
      assertThat(document("s-1")).doesNotContain("certificates");
      report(replicas, "s-1", serves.formatted("s-1", "[" + shop.formatted(6) + "]"));
      awaitCertificates(
          "shop s-1 [\"a.example\"] 2026-06-01 null", "shop s-2 [\"a.example\"] 2026-05-01 null");
      report(replicas, "s-1", "{\"replicaId\":\"s-1\"}");
      awaitCertificates("shop s-2 [\"a.example\"] 2026-05-01 null");
      report(replicas, "s-1", null);
      report(replicas, "s-2", null);
      awaitRows();
      awaitCertificates();
    }
  }

  private void awaitCertificates(String... expected) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(
                        texts(
                            """
                            select concat_ws(' ', name, replica, coalesce(names::text, 'null'),
                              coalesce((not_after at time zone 'UTC')::date::text, 'null'),
                              coalesce(problem, 'null'))
                            from read.certificate order by 1\
                            """))
                    .containsExactly(expected));
  }

  private List<String> texts(String sql) {
    List<String> rows = new ArrayList<>();
    database.query(sql).forEach(row -> rows.add(row.getString(0)));
    return rows;
  }

  private String first(String sql) {
    return texts(sql).stream().findFirst().orElse("");
  }

  @Test
  void whatAReplicaDoesNotRepeatDoesNotCountForLong() throws Exception {
    try (var replicas = producer()) {
      report(
          replicas,
          "old",
          "{\"nodeHealth\":{\"upstream-00000001\":{\"10.0.0.1:80\":\"UNHEALTHY\"}}}");
      awaitHealth("upstream-00000001 10.0.0.1:80 old UNHEALTHY");
      lastSeen("old", "1 minute");
      awaitHealth();
      assertThat(texts("select node from projector.node_health")).containsExactly("10.0.0.1:80");
      report(replicas, "old", null);
      awaitRows();
    }
  }

  @Test
  void aReplicaWhoseClockIsWrongIsHeardOfWhenItIsHeardOf() throws Exception {
    String age =
        "select (extract(epoch from clock_timestamp() - last_seen_at) between 0 and 30)::text"
            + " from read.replica where replica_id = 'clock'";
    try (var replicas = producer()) {
      long now = System.currentTimeMillis();
      // the latest in the topic is the newest, whatever it says of itself
      for (long off : new long[] {3_600_000, -600_000, 0, 600_000, -3_600_000}) {
        send(replicas, "clock", "{\"position\":%d}".formatted(Math.abs(off)), now + off);
        awaitRows("clock null %d null null null".formatted(Math.abs(off)));
        assertThat(first(age)).isEqualTo("true");
      }
      report(replicas, "clock", null);
      awaitRows();
    }
  }

  @Test
  void inATopicThatWasMadeAnewReplicasAreHeardOfAgain() throws Exception {
    try (var replicas = producer()) {
      for (int i = 0; i < 5; i++) {
        report(replicas, "again", "{\"position\":%d}".formatted(i));
      }
      awaitRows("again null 4 null null null");
      backends.kafka().deleteTopic("weir.replicas");
      await()
          .atMost(LIMIT)
          .ignoreExceptions()
          .until(
              () -> {
                backends.kafka().createTopic("weir.replicas");
                return true;
              });
      report(replicas, "again", "{\"position\":7}");
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> {
                report(replicas, "again", "{\"position\":8}");
                assertThat(rows()).containsExactly("again null 8 null null null");
              });
      report(replicas, "again", null);
      awaitRows();
    }
  }

  @Test
  void aReplicaThatNothingIsHeardOfIsForgotten() throws Exception {
    try (var replicas = producer()) {
      report(replicas, "pod-2", "{}");
      report(replicas, "pod-3", "{}");
      awaitReplicas("pod-2", "pod-3");
      lastSeen("pod-2", "59 minutes");
      lastSeen("pod-3", "61 minutes");
      awaitReplicas("pod-2");
      report(replicas, "pod-2", null);
      awaitReplicas();
    }
  }

  /** Whatever is written into the topic, what comes after it counts. */
  @Test
  void nothingThatIsNoReportIsInTheWay() throws Exception {
    try (var replicas = producer()) {
      for (String poison :
          List.of(
              "",
              "null",
              "7",
              "[]",
              "{\"a\":",
              "{\"replicaId\":\"another\"}",
              "{\"reason\":\"a\\u0000b\"}",
              "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
              "{\"a\":" + "9".repeat(2_000) + "}",
              "{\"a\":\"" + "x".repeat(900_000) + "\"}")) {
        report(replicas, "poison", poison);
      }
      report(replicas, "a\u0000b", "{}");
      report(replicas, "n".repeat(5_000), "{}");
      report(replicas, "", "{}");
      report(
          replicas,
          "odd",
          """
          {"instance":7,"position":1e400000000,"state":{},"address":["a"],"nodeHealth":[1],
           "certificates":{"a":"b"}}\
          """);
      report(replicas, "a-8000", LIVE.formatted(1));
      awaitRows("a-8000 * 1 LIVE 127.0.0.1:8000 127.0.0.1:9000", "odd null null null null null");
      report(replicas, "a-8000", null);
      report(replicas, "odd", null);
      awaitReplicas();
    }
  }

  private void awaitReplicas(String... expected) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(texts("select replica_id from read.replica order by 1"))
                    .containsExactly(expected));
  }

  private void lastSeen(String replica, String ago) {
    database.query(
        "update projector.replica set last_seen_at = now() - interval '%s' where replica_id = '%s'"
            .formatted(ago, replica));
  }

  private void awaitHealth(String... expected) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(health()).containsExactly(expected));
  }

  private List<String> health() {
    return texts(
        """
        select upstream_id || ' ' || node || ' ' || replica || ' ' || state
        from read.node_health order by 1\
        """);
  }

  private Object since(String replica, String node) {
    return database
        .query(
            "select changed_at from read.node_health where replica = $1 and node = $2"
                + " and upstream_id = 'upstream-00000001'",
            replica,
            node)
        .iterator()
        .next()
        .getValue(0);
  }

  private String document(String replica) {
    return database
        .query("select document::text from read.replica where replica_id = $1", replica)
        .iterator()
        .next()
        .getString(0);
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", backends.kafka().bootstrapServers()),
        new StringSerializer(),
        new StringSerializer());
  }

  private static void report(
      KafkaProducer<String, String> replicas, String replica, @Nullable String report)
      throws InterruptedException, ExecutionException {
    replicas.send(new ProducerRecord<>("weir.replicas", replica, report)).get();
  }

  private static void send(
      KafkaProducer<String, String> replicas, String replica, String report, long at)
      throws InterruptedException, ExecutionException {
    replicas.send(new ProducerRecord<>("weir.replicas", null, at, replica, report)).get();
  }

  private void awaitRows(String... expected) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(rows()).containsExactly(expected));
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Row row :
        database.query(
            """
            select replica_id, instance, position, state, address, admin_address
            from read.replica where last_seen_at is not null and document is not null
            order by replica_id\
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
