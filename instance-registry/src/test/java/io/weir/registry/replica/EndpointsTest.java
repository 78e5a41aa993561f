package io.weir.registry.replica;

import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.instance;
import static io.weir.registry.Http.vpc;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.weir.registry.InstanceRegistry;
import io.weir.registry.ReadSchema;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where what is released on an instance is reached; nobody has said where the data plane is. */
@InstanceRegistry
class EndpointsTest {
  private static final int AN_HOUR_AGO = 3600;

  @Inject DataSource database;
  private String path;

  @BeforeEach
  void releases() {
    String instance = instance(vpc());
    path = "/v1/instances/" + instance + "/endpoints";
    ReadSchema.create(database)
        .at(40)
        .replica("own", instance, 2, 0)
        .replica("away", instance, 2, AN_HOUR_AGO)
        .replica("other", "instance-00000000", 2, 0)
        .replica("every", "*", 2, 0)
        .released(instance, "service-00000001", "release", "b.example.com", "a.example.com")
        .released(instance, "service-00000001", "test")
        .released(instance, "service-00000002", "prepub", "c.example.com")
        .released("instance-00000000", "service-00000003", "release", "d.example.com");
  }

  @Test
  void everyEnvironmentWithAReleaseTellsItsHosts() {
    when()
        .get(path + "?count=true")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body(
            "items.collect { it.serviceId + ' ' + it.environment }",
            contains(
                "service-00000001 release", "service-00000001 test", "service-00000002 prepub"))
        .body("items.serviceName", contains("shop", "shop", "shop"))
        .body("items[0].releaseId", equalTo("release-00000001"))
        .body(
            "items[0].hosts.host", contains("a.example.com", "b.example.com", "service-00000001.*"))
        .body("items[0].hosts.path", contains("/", "/", "/release/"))
        .body("items[0].hosts[0]", not(hasKey("url")))
        .body("items[1].hosts.host", contains("service-00000001.*"))
        .body("items[1].hosts.path", contains("/test/"))
        .body("items[0].addresses", contains("127.0.0.1:8000", "127.0.0.1:8000"));
  }

  @ParameterizedTest
  @CsvSource({
    "service_id=service-00000002, prepub",
    "environment=test, test",
    "environment=test&service_id=service-00000002, ''",
    "q=0002, prepub",
    "q=sho, release test prepub",
    "sort=-service, prepub test release",
    "limit=1&offset=1, test"
  })
  void theyAreFiltered(String query, String environments) {
    when()
        .get(path + "?" + query)
        .then()
        .statusCode(200)
        .body("items.environment.join(' ')", equalTo(environments));
  }

  @Test
  void inThePastNobodyIsLive() {
    int position =
        Integer.parseInt(when().get(path.replace("/endpoints", "")).header("Weir-Position"));
    new ReadSchema(database).at(position);
    when()
        .get(path + "?at=" + position)
        .then()
        .statusCode(200)
        .body("items[0].serviceId", equalTo("service-00000001"))
        .body("items[0]", not(hasKey("addresses")));
  }

  @Test
  void anUnknownInstanceIsNotFoundAndWrongParametersAreNamed() {
    when().get("/v1/instances/instance-99999999/endpoints").then().statusCode(404);
    when()
        .get(path + "?environment=live&service_id=x")
        .then()
        .statusCode(400)
        .body("errors.parameter", containsInAnyOrder("service_id", "environment"));
  }
}
