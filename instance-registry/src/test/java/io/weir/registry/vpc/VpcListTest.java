package io.weir.registry.vpc;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.weir.registry.InstanceRegistry;
import io.weir.registry.ReadSchema;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class VpcListTest {
  @Inject DataSource database;
  private ReadSchema read;

  @BeforeEach
  void threeVpcs() {
    read = ReadSchema.create(database).at(13).named("vpc", "vpc", "edge", "shop", "bank");
  }

  @Test
  void vpcsAreListedAsSingleReadsRepresentThem() {
    String list =
        when()
            .get("/v1/vpcs?count=true")
            .then()
            .statusCode(200)
            .header("Weir-Position", "13")
            .body("total", equalTo(3))
            .body("position", equalTo(13))
            .body("items.name", contains("edge", "shop", "bank"))
            .extract()
            .asString();
    assertThat(list)
        .contains(
            """
            {"id":"vpc-00000002","name":"shop","description":"","version":2,"position":12,\
            "changedAt":"2026-02-03T04:05:06.789Z","upstreamCount":0}\
            """);
  }

  @Test
  void aPageIsAPartOfTheList() {
    when()
        .get("/v1/vpcs?limit=1&offset=1&count=true")
        .then()
        .body("items.name", contains("shop"))
        .body("total", equalTo(3));
    when()
        .get("/v1/vpcs?offset=3&count=true")
        .then()
        .body("items", empty())
        .body("total", equalTo(3));
  }

  @Test
  void filtersNarrowTheList() {
    when().get("/v1/vpcs?name=bank").then().body("items.id", contains("vpc-00000003"));
    when().get("/v1/vpcs?id=vpc-00000001").then().body("items.name", contains("edge"));
    when()
        .get("/v1/vpcs?id=vpc-00000001&name=bank&count=true")
        .then()
        .body("items", empty())
        .body("total", equalTo(0));
  }

  @Test
  void everyWrongParameterIsNamed() {
    when()
        .get("/v1/vpcs?id=edge&name=a-b&limit=0&offset=x&min_position=-1&wait_ms=30001")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body(
            "errors.parameter",
            contains("id", "name", "limit", "offset", "min_position", "wait_ms"));
    when()
        .get("/v1/vpcs?nmae=edge")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("nmae"));
  }

  @Test
  void aPositionTheReadModelHasNotReachedInTimeIsAProblem() {
    when().get("/v1/vpcs?min_position=13&wait_ms=0").then().statusCode(200);
    when()
        .get("/v1/vpcs?min_position=14&wait_ms=0")
        .then()
        .statusCode(503)
        .body("code", equalTo("POSITION_NOT_REACHED"));
  }

  @Test
  void listsAreUnavailableWithoutTheReadModel() {
    read.drop();

    when().get("/v1/vpcs").then().statusCode(503).body("code", equalTo("READ_MODEL_UNAVAILABLE"));
  }
}
