package io.weir.registry.instance;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.weir.registry.InstanceRegistry;
import io.weir.registry.ReadSchema;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class InstanceListTest {
  @Inject DataSource database;

  @BeforeEach
  void twoInstances() {
    ReadSchema.create(database)
        .at(17)
        .instances("vpc-00000001", "instance-00000001", "instance-00000002");
  }

  @Test
  void instancesAreListedAsSingleReadsRepresentThem() {
    String list = when().get("/v1/instances?offset=1").then().statusCode(200).extract().asString();

    assertThat(list)
        .isEqualTo(
            """
            {"items":[{"id":"instance-00000002","name":"instance_00000002","description":"",\
            "vpcId":"vpc-00000001","version":3,"position":17,\
            "changedAt":"2026-02-03T04:05:06.789Z","serviceCount":2}],"position":17}\
            """);
  }

  @Test
  void filtersNarrowTheList() {
    when()
        .get("/v1/instances?name=instance_00000001")
        .then()
        .body("items.id", contains("instance-00000001"));
    when()
        .get("/v1/instances?id=instance-00000002")
        .then()
        .body("items.id", contains("instance-00000002"));
    when()
        .get("/v1/instances?vpc_id=vpc-00000001")
        .then()
        .body("items.id", contains("instance-00000001", "instance-00000002"));
    when().get("/v1/instances?vpc_id=vpc-00000002").then().body("items", empty());
  }

  @Test
  void everyWrongParameterIsNamed() {
    when()
        .get("/v1/instances?id=1&name=a-b&vpc_id=edge")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("id", "name", "vpc_id"));
  }
}
