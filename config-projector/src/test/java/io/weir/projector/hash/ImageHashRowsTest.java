package io.weir.projector.hash;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.image.Snapshot;
import io.weir.projector.kit.ProjectorFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others read of this projector's images. */
@QuarkusTest
class ImageHashRowsTest extends ProjectorFixture {
  @Test
  void theNewestHashIsThatOfTheImageOfAllThatWasRead() {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              Row row = row();
              Snapshot now = intake.snapshot();
              assertThat(now).isNotNull();
              assertThat(row.getLong("position")).isEqualTo(ledger.position());
              assertThat(hashes(row).getFirst()).isEqualTo(ImageHash.of(now.image()));
            });
  }

  @Test
  void aLedgerThatHasLessIsSaidAndListsStay() {
    database.script(
        "create schema ledger; create table ledger.ledger_head as select 3::bigint as position");
    try {
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () ->
                  given()
                      .get("/q/health/ready")
                      .then()
                      .statusCode(200)
                      .body(
                          "checks.find { it.name == 'ledger-history' }.data.reason",
                          startsWith(
                              "ahead of the ledger: its database ends with event 3, event")));
    } finally {
      database.script("drop schema ledger cascade");
    }
  }

  private Row row() {
    return database
        .query("select position, hashes::text as hashes from read.image_hash")
        .iterator()
        .next();
  }

  private static List<ImageHash> hashes(Row row) throws Exception {
    return Json.MAPPER.readValue(row.getString("hashes"), new TypeReference<List<ImageHash>>() {});
  }
}
