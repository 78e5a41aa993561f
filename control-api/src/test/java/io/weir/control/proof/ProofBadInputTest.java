package io.weir.control.proof;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.weir.control.ControlApi;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever asks for a proof may get wrong, and what is told them. */
@ControlApi
@TestProfile(WithSigner.class)
class ProofBadInputTest {
  private static final String FAR = "999999999";
  private static final String TOO_LONG = "9223372036854775808";

  @Inject SignedLedger ledger;
  private long size;

  @BeforeEach
  void aSignedLedger() throws Exception {
    size = ledger.of(20).size();
  }

  @ParameterizedTest
  @CsvSource({
    "checkpoint?size=-1, size, must be a whole number from 0",
    "checkpoint?size=newest, size, must be a whole number from 0",
    "checkpoint?size=1.5, size, must be a whole number from 0",
    "checkpoint?size=" + TOO_LONG + ", size, must be a whole number from 0",
    "checkpoint?size=1&size=2, size, must be given once",
    "checkpoint?at=1, at, is not a parameter of this resource",
    "cosignatures?size=-1, size, must be a whole number from 0",
    "cosignatures?size=x, size, must be a whole number from 0",
    "cosignatures?limit=5, limit, is not a parameter of this resource",
    "proof/inclusion, position, must be given",
    "proof/inclusion?size=5, position, must be given",
    "proof/inclusion?position=0, position, must be a whole number from 1",
    "proof/inclusion?position=-1&size=5, position, must be a whole number from 1",
    "proof/inclusion?position=first, position, must be a whole number from 1",
    "proof/inclusion?position=" + TOO_LONG + ", position, must be a whole number from 1",
    "proof/inclusion?position=6&size=5, position, 'must be at most 5, the size of the tree'",
    "proof/inclusion?position=1&size=0, size, must be a whole number from 1",
    "proof/inclusion?position=1&size=x, size, must be a whole number from 1",
    "proof/inclusion?position=1&index=0, index, is not a parameter of this resource",
    "proof/consistency, from, must be given",
    "proof/consistency?to=5, from, must be given",
    "proof/consistency?from=0&to=5, from, must be a whole number from 1",
    "proof/consistency?from=x&to=5, from, must be a whole number from 1",
    "proof/consistency?from=6&to=5, from, 'must be at most 5, the size of the tree'",
    "proof/consistency?from=1&to=0, to, must be a whole number from 1",
    "proof/consistency?from=1&size=5, size, is not a parameter of this resource",
    "tile/0/000.p/1?width=1, width, is not a parameter of this resource",
    "tile/entries/000.p/1?width=1, width, is not a parameter of this resource",
    "keys?retired=true, retired, is not a parameter of this resource",
    "keys?at=x, at, must"
  })
  void aWrongParameterIsNamed(String query, String parameter, String why) {
    given()
        .get("/v1/ledger/" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.parameter", equalTo(List.of(parameter)))
        .body("errors[0].detail", containsString(why));
  }

  @ParameterizedTest
  @CsvSource({"inclusion?position=1&size, size", "consistency?from=1&to, to"})
  void noProofIsOfATreeThatIsNotThereYet(String query, String parameter) {
    for (String beyond : List.of(Long.toString(size + 1), FAR, Long.toString(Long.MAX_VALUE))) {
      given()
          .get("/v1/ledger/proof/" + query + "=" + beyond)
          .then()
          .statusCode(400)
          .body("errors.parameter", equalTo(List.of(parameter)))
          .body(
              "errors[0].detail",
              equalTo("must be at most %d: the tree holds no more".formatted(size)));
    }
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    given()
        .get("/v1/ledger/proof/inclusion?position=0&size=x")
        .then()
        .statusCode(400)
        .body("errors.parameter", equalTo(List.of("size", "position")));
    given()
        .get("/v1/ledger/proof/consistency?from=0&to=" + FAR)
        .then()
        .statusCode(400)
        .body("errors.parameter", equalTo(List.of("to", "from")));
    given()
        .post("/v1/ledger/keys?force=true")
        .then()
        .statusCode(400)
        .body("errors.parameter", equalTo(List.of("force")));
  }
}
