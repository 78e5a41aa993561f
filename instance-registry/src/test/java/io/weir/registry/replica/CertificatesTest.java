package io.weir.registry.replica;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.weir.registry.InstanceRegistry;
import io.weir.registry.ReadSchema;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InstanceRegistry
class CertificatesTest {
  private static final int AN_HOUR_AGO = 3600;

  @Inject DataSource database;

  /** One that replicas have two of, one that is fine, one that nobody has; one nobody speaks of. */
  @BeforeEach
  void certificates() {
    ReadSchema.create(database)
        .at(40)
        .replica("a", "*", 2, 0)
        .replica("b", "*", 2, 0)
        .replica("away", "*", 1, AN_HOUR_AGO)
        .certificate("a", "shop", "timestamptz '2030-03-01T00:00:00Z'", "null")
        .certificate("b", "shop", "timestamptz '2030-02-01T00:00:00Z'", "'its key is gone'")
        .certificate("a", "fine", "timestamptz '2030-02-15T00:00:00Z'", "null")
        .certificate("b", "nowhere", "null::timestamptz", "'there is no nowhere.crt'")
        .certificate("away", "forgotten", "timestamptz '2030-01-01T00:00:00Z'", "null");
  }

  @Test
  void theyAreListedByNameSoonestExpiryFirst() {
    when()
        .get("/v1/certificates?count=true")
        .then()
        .statusCode(200)
        .header("Weir-Position", "40")
        .body("total", equalTo(3))
        .body("items.name", contains("nowhere", "shop", "fine"))
        .body("items.notAfter", contains(null, "2030-02-01T00:00:00Z", "2030-02-15T00:00:00Z"))
        .body("items[1].notBefore", equalTo("2029-11-03T00:00:00Z"))
        .body("items[1].names", contains("shop.example"))
        .body("items[1].problem", equalTo("its key is gone"))
        .body("items[1].replicas.replicaId", contains("a", "b"))
        .body(
            "items[1].replicas.notAfter", contains("2030-03-01T00:00:00Z", "2030-02-01T00:00:00Z"))
        .body("items[1].replicas.problem", contains(null, "its key is gone"))
        .body("items[0].problem", equalTo("there is no nowhere.crt"))
        .body("items[2].problem", nullValue());
    when()
        .get("/v1/certificates?fields=summary")
        .then()
        .body("items[1].notAfter", equalTo("2030-02-01T00:00:00Z"))
        .body("items[1]", not(hasKey("replicas")));
  }

  @ParameterizedTest
  @CsvSource({
    "expires_before=2030-02-01T00:00:00Z, ''",
    "expires_before=2030-02-01T00:00:01Z, shop",
    "expires_before=2031-01-01T00:00:00Z, shop fine",
    "name=fine, fine",
    "q=SHOP.ex, shop",
    "sort=name, fine nowhere shop",
    "sort=-expires, fine shop nowhere"
  })
  void theyAreFilteredAndOrdered(String query, String names) {
    when()
        .get("/v1/certificates?" + query)
        .then()
        .statusCode(200)
        .body("items.name.join(' ')", equalTo(names));
  }

  @Test
  void pagesFollowOneAnother() {
    String next = "/v1/certificates?limit=1";
    for (String name : new String[] {"nowhere", "shop", "fine"}) {
      var page = given().urlEncodingEnabled(false).get(next);
      page.then().statusCode(200).body("items.name", contains(name));
      String link = page.header("Link");
      next = link == null ? "" : link.substring(1, link.indexOf('>'));
    }
  }

  @Test
  void wrongParametersAreNamed() {
    when()
        .get("/v1/certificates?expires_before=soon&name=..&at=1")
        .then()
        .statusCode(400)
        .body("errors.parameter", containsInAnyOrder("at", "name", "expires_before"));
  }
}
