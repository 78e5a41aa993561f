package io.weir.control.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proven of a ledger that no process signs: nothing, in as many words. */
@ControlApi
class UnsignedLedgerTest {
  @Inject Gateway gateway;

  @BeforeEach
  void somethingHappened() {
    gateway.vpc();
  }

  @Test
  void beforeTheFirstCheckpointThereIsNone() {
    given()
        .get("/v1/ledger/checkpoint")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_FOUND"))
        .body("detail", equalTo("no checkpoint was signed yet"));
    given()
        .get("/v1/ledger/checkpoint?size=1")
        .then()
        .statusCode(404)
        .body("detail", equalTo("no checkpoint of 1 events was signed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tile/0/000", "tile/0/000.p/1", "tile/entries/000", "tile/entries/000.p/1"})
  void beforeTheFirstCheckpointThereIsNoTile(String path) {
    given().get("/v1/ledger/" + path).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void anEmptyTreeProvesNothing() {
    given()
        .get("/v1/ledger/proof/inclusion?position=1")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("position"))
        .body("errors[0].detail", equalTo("must be at most 0, the size of the tree"));
    given()
        .get("/v1/ledger/proof/consistency?from=2&to=1")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("to", "from"));
  }

  @Test
  void aProcessThatDoesNotSignHasNoKeyToPutAnotherInThePlaceOf() {
    given()
        .get("/v1/ledger/keys")
        .then()
        .statusCode(200)
        .header("Weir-Position", equalTo(Long.toString(gateway.position())))
        .body("items", empty());
    given().get("/v1/ledger/cosignatures").then().statusCode(200).body("items", empty());
    long before = gateway.position();
    given()
        .post("/v1/ledger/keys")
        .then()
        .statusCode(404)
        .body("detail", containsString("signs nothing"));
    assertThat(gateway.position()).isEqualTo(before);
  }
}
