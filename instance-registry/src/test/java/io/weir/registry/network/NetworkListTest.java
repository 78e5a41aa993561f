package io.weir.registry.network;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.weir.registry.InstanceRegistry;
import io.weir.registry.ReadSchema;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class NetworkListTest {
  @Inject DataSource database;

  @BeforeEach
  void twoNetworksOfWhichOneJoinsTwoVpcs() {
    ReadSchema.create(database)
        .at(30)
        .named("network", "ccn", "backbone", "ring")
        .link("ccn-00000001", "vpc-00000002", true, 21)
        .link("ccn-00000001", "vpc-00000001", true, 22)
        .link("ccn-00000001", "vpc-00000003", false, 23)
        .link("ccn-00000002", "vpc-00000001", false, 24);
  }

  @Test
  void networksAreListedAsSingleReadsRepresentThem() {
    String list =
        when().get("/v1/cloud-connect-networks").then().statusCode(200).extract().asString();

    assertThat(list.replace(" ", ""))
        .isEqualTo(
            """
            {"items":[\
            {"id":"ccn-00000001","name":"backbone","description":"","version":2,"position":11,\
            "changedAt":"2026-02-03T04:05:06.789Z","links":[\
            {"vpcId":"vpc-00000001","attached":true,"position":22},\
            {"vpcId":"vpc-00000002","attached":true,"position":21}]},\
            {"id":"ccn-00000002","name":"ring","description":"","version":2,"position":12,\
            "changedAt":"2026-02-03T04:05:06.789Z","links":[]}],"position":30}\
            """);
  }

  @Test
  void aSummaryLeavesOutTheLinks() {
    when()
        .get("/v1/cloud-connect-networks?fields=summary&q=BACK")
        .then()
        .body("items.id", contains("ccn-00000001"))
        .body("items[0].keySet()", not(hasItem("links")));
  }

  @Test
  void filtersNarrowTheList() {
    when()
        .get("/v1/cloud-connect-networks?name=ring&count=true")
        .then()
        .body("items.id", contains("ccn-00000002"))
        .body("total", equalTo(1));
    when()
        .get("/v1/cloud-connect-networks?id=ccn-00000001&limit=1")
        .then()
        .body("items.name", contains("backbone"));
    when()
        .get("/v1/cloud-connect-networks?id=vpc-00000001&vpc_id=x")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("vpc_id", "id"));
    when()
        .get("/v1/cloud-connect-networks?id=vpc-00000001")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("id"));
  }
}
