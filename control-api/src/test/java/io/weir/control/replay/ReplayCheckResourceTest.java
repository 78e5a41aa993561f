package io.weir.control.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.log.Hash;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.ledger.Ledger;
import io.weir.testing.ReadModelTables;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What processes tell of their images beside what the ledger gives; their rows are made by hand.
 */
@ControlApi
class ReplayCheckResourceTest {
  private final ApiDocument document = ApiDocument.read();

  @Inject Gateway gateway;
  @Inject Ledger ledger;
  @Inject DataSource database;

  private ImageHash before;
  private ImageHash now;

  @BeforeEach
  void somethingHappens() {
    ReadModelTables.create(database, 0);
    gateway.upstream(gateway.vpc());
    before = hash();
    gateway.vpc();
    now = hash();
  }

  private ImageHash hash() {
    return ImageHash.of(ledger.image().await().atMost(Duration.ofSeconds(30)));
  }

  private void replica(String id, long position, ImageHash... hashes) throws Exception {
    insert(
        "insert into projector.replica (replica_id, position, last_seen_at, document) values"
            + " (?, ?, now(), json_build_object('imageHashes', ?::json))",
        id,
        position,
        Json.MAPPER.writeValueAsString(List.of(hashes)));
  }

  private void projector(String id, long position, ImageHash... hashes) throws Exception {
    insert(
        "insert into projector.image_hash (process, position, hashes) values (?, ?, ?::json)",
        id,
        position,
        Json.MAPPER.writeValueAsString(List.of(hashes)));
  }

  private void insert(String sql, String id, long position, String hashes) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      statement.setLong(2, position);
      statement.setString(3, hashes);
      statement.executeUpdate();
    }
  }

  private JsonPath check(String query) {
    var answer = given().get("/v1/replay-check" + query);
    answer.then().statusCode(200);
    document.describes("ReplayCheck", answer);
    return answer.jsonPath();
  }

  private static String status(JsonPath check, String id) {
    return check.getString("processes.find { it.id == '" + id + "' }.status");
  }

  @Test
  void processesThatFoldedTheSameEventsAgreeEachAtItsNewestPosition() throws Exception {
    replica("r1", now.position(), now, before);
    replica("r2", now.position(), before);
    projector("p1", now.position(), now);

    JsonPath check = check("");

    assertThat(check.getString("verdict")).isEqualTo("AGREES");
    assertThat(check.getLong("position")).isEqualTo(now.position());
    assertThat(check.getString("hash")).isEqualTo(now.hash().hex());
    assertThat(check.getList("processes.id", String.class))
        .containsExactly("control-api", "p1", "r1", "r2");
    assertThat(check.getLong("processes.find { it.id == 'r2' }.position"))
        .isEqualTo(before.position());
  }

  @Test
  void atAPositionThoseAreComparedThatKeptItsHash() throws Exception {
    replica("kept", now.position(), now, before);
    replica("skipped", now.position(), now);
    replica("late", before.position() - 1);

    JsonPath check = check("?at=" + before.position());

    assertThat(check.getString("hash")).isEqualTo(before.hash().hex());
    assertThat(status(check, "kept")).isEqualTo("AGREES");
    assertThat(status(check, "skipped")).isEqualTo("UNKNOWN");
    assertThat(status(check, "late")).isEqualTo("BEHIND");
    assertThat(check.getString("verdict")).isEqualTo("INCOMPLETE");
  }

  @Test
  void whatLiesBeforeTheFoldHasTheHashItHadAndTheFoldGoesOnAfterwards() {
    assertThat(check("?at=" + now.position()).getString("hash")).isEqualTo(now.hash().hex());
    for (long earlier = before.position() - 1; earlier > before.position() - 4; earlier--) {
      check("?at=" + Math.max(1, earlier));
    }
    assertThat(check("?at=" + before.position()).getString("hash")).isEqualTo(before.hash().hex());

    gateway.vpc();
    ImageHash later = hash();
    assertThat(check("?at=" + later.position()).getString("hash")).isEqualTo(later.hash().hex());
  }

  @Test
  void aPositionWithinACommandStandsForItsEnd() {
    gateway.record(EventMother.vpc(Gateway.name("vpc")), EventMother.vpc(Gateway.name("vpc")));
    ImageHash end = hash();

    JsonPath check = check("?at=" + (end.position() - 1));

    assertThat(check.getLong("position")).isEqualTo(end.position());
    assertThat(check.getString("hash")).isEqualTo(end.hash().hex());
  }

  @Test
  void anImageThatIsNotWhatTheLedgerGivesIsNamedWithBothHashes() throws Exception {
    var wrong = new ImageHash(ImageHash.FORMAT, now.position(), Hash.of("another"));
    replica("right", now.position(), now);
    replica("wrong", now.position(), wrong);

    JsonPath check = check("");

    assertThat(check.getString("verdict")).isEqualTo("DIFFERS");
    assertThat(status(check, "right")).isEqualTo("AGREES");
    assertThat(status(check, "wrong")).isEqualTo("DIFFERS");
    assertThat(check.getString("processes.find { it.id == 'wrong' }.hash"))
        .isEqualTo(wrong.hash().hex());
    assertThat(check.getString("processes.find { it.id == 'wrong' }.expected"))
        .isEqualTo(now.hash().hex());
  }

  @Test
  void whoIsAheadOfTheLedgerIsSaidToBeSo() throws Exception {
    replica("ahead", now.position() + 5, now);

    JsonPath check = check("");

    assertThat(check.getString("verdict")).isEqualTo("AHEAD");
    assertThat(check.getString("processes.find { it.id == 'ahead' }.detail"))
        .startsWith("ahead of the ledger: its database ends with event " + now.position());
  }

  @Test
  void hashesOfAnotherBuildAreNotCompared() throws Exception {
    replica("older", now.position(), new ImageHash("weir-image-0", now.position(), now.hash()));
    replica("silent", now.position());

    JsonPath check = check("");

    assertThat(status(check, "older")).isEqualTo("UNKNOWN");
    assertThat(status(check, "silent")).isEqualTo("UNKNOWN");
  }

  @Test
  void aPositionThatIsNotThereIsRefused() {
    for (String at : new String[] {"0", "-1", "soon", "999999999999"}) {
      given()
          .get("/v1/replay-check?at=" + at)
          .then()
          .statusCode(400)
          .body("errors[0].parameter", equalTo("at"))
          .body("errors[0].detail", containsString("must be"));
    }
  }
}
