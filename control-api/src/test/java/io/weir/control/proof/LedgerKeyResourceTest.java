package io.weir.control.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.VerifierKey;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The keys of checkpoints, over HTTP. */
@ControlApi
@TestProfile(WithSigner.class)
class LedgerKeyResourceTest {
  private static final String CURRENT = "items.findAll { it.retired == null }";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Of the advisory lock that whoever signs holds: "weis" in ASCII. */
  private static final long LOCK = 0x77656973L;

  private static final String END_WHO_SIGNS =
      "select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid) where"
          + " locktype = 'advisory' and granted and application_name = 'weir-relay' and objid = "
          + LOCK;

  private final ApiDocument document = ApiDocument.read();

  @Inject SignedLedger ledger;
  @Inject Gateway gateway;
  @Inject DataSource database;

  private JsonPath keys(String query) {
    Response answer = given().get("/v1/ledger/keys" + query);
    answer.then().statusCode(200).header("Weir-Position", Long.toString(gateway.position()));
    document.describes("LedgerKeyList", answer);
    return answer.jsonPath();
  }

  private static VerifierKey current(JsonPath keys) throws Exception {
    assertThat(keys.getList(CURRENT)).hasSize(1);
    return VerifierKey.parse(keys.getString(CURRENT + ".verifierKey[0]"));
  }

  @Test
  void aRotatedKeySignsFromThenOnAndTheRetiredOneStillVerifiesWhatItSigned() throws Exception {
    SignedNote before = ledger.note();
    VerifierKey old = current(keys(""));

    Response answer = given().header("Weir-Reason", "every spring").post("/v1/ledger/keys");

    answer.then().statusCode(201);
    document.describes("LedgerKeyList", answer);
    long position = Long.parseLong(answer.header("Weir-Position"));
    JsonPath keys = keys("?min_position=" + position);
    assertThat(answer.jsonPath().getList("items")).isEqualTo(keys.getList("items"));
    VerifierKey next = current(keys);
    assertThat(next).isNotEqualTo(old);
    assertThat(next.name()).isEqualTo(old.name());
    var was = "items.find { it.verifierKey == '%s' }.".formatted(old);
    assertThat(keys.getLong(was + "retired")).isBetween(position - 1, position);

    SignedNote after = ledger.note();
    assertThat(Checkpoint.parse(after.text()).size()).isEqualTo(position);
    assertThat(after.signedBy(next)).isPresent();
    assertThat(after.signedBy(old)).isEmpty();
    assertThat(
            SignedNote.parse(
                    given()
                        .get("/v1/ledger/checkpoint?size=" + Checkpoint.parse(before.text()).size())
                        .asString())
                .signedBy(old))
        .as("what the retired key signed stays to be verified with it")
        .isPresent();
  }

  @Test
  void aRotationThatIsAskedForAgainIsAnsweredAgainAndDoneOnce() throws Exception {
    ledger.note();
    String once = UUID.randomUUID().toString();
    Response first = given().header("Idempotency-Key", once).post("/v1/ledger/keys");
    first.then().statusCode(201);
    long position = gateway.position();

    Response again = given().header("Idempotency-Key", once).post("/v1/ledger/keys");

    again.then().statusCode(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(gateway.position()).isEqualTo(position);
    assertThat(ledger.checkpoint().size()).isEqualTo(position);
    assertThat(ledger.note().signedBy(current(keys("")))).isPresent();
  }

  private static CompletableFuture<Void> waitForTheLock(Connection other) {
    return CompletableFuture.runAsync(
        () -> {
          try (var lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(%d)".formatted(LOCK));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void whileAnotherProcessSignsNothingIsRotatedHere() throws Exception {
    ledger.note();
    var before = keys("").getList("items");
    try (var other = database.getConnection();
        var unlock = other.createStatement()) {
      try {
        var taken = waitForTheLock(other);
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  ledger.execute(END_WHO_SIGNS);
                  return taken.isDone();
                });
        // until it has noticed, it would rotate
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    given()
                        .get("/q/metrics")
                        .then()
                        .body(containsString("weir_ledger_signing 0.0")));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    given()
                        .post("/v1/ledger/keys")
                        .then()
                        .statusCode(409)
                        .contentType("application/problem+json")
                        .body("code", equalTo("NOT_SIGNING"))
                        .body("detail", startsWith("another process signs")));
        assertThat(keys("").getList("items")).isEqualTo(before);
      } finally {
        // the connection goes back to its pool
        unlock.execute("select pg_advisory_unlock_all()");
      }
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> given().post("/v1/ledger/keys").then().statusCode(201));
  }

  @Test
  void theMetricsSayThatThisProcessSignsAndHowFarItCame() throws Exception {
    long size = ledger.checkpoint().size();

    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("weir_ledger_signed_position " + size + ".0"))
        .body(containsString("weir_ledger_signing 1.0"));
  }
}
