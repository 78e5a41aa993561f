package io.weir.control.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The keys of checkpoints, over HTTP. */
@ControlApi
@TestProfile(WithSigner.class)
class LedgerKeyResourceTest {
  private static final String CURRENT = "items.findAll { it.retired == null }";

  private final ApiDocument document = ApiDocument.read();

  @Inject SignedLedger ledger;
  @Inject Gateway gateway;

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
