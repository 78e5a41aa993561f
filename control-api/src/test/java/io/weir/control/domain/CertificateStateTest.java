package io.weir.control.domain;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether replicas have the certificate of a domain, as reads and lists tell it. */
@ControlApi
class CertificateStateTest {
  @Inject Gateway gateway;
  @Inject DataSource database;

  private void sql(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @BeforeEach
  void emptyReadModel() {
    ReadModelTables.create(database, 9);
  }

  @Test
  void aDomainTellsWhetherReplicasHaveItsCertificate() throws SQLException {
    String service = gateway.service(gateway.instance(gateway.vpc()));
    String instance = given().get("/v1/services/" + service).path("instanceId");
    String path = "/v1/services/" + service + "/domains/";
    String domain = service + ".example.com";
    Gateway.json(
            "{\"domain\":\"%s\",\"environment\":\"test\",\"certificate\":\"shop\"}"
                .formatted(domain))
        .post(path)
        .then()
        .statusCode(201);
    sql(
        "insert into read_g1.service (id, name, instance_id, document, api_count, search, version,"
            + " position, created_at, changed_at) values ('%s', 's', '%s', '{}', 0, '', 1, 1, now(), now())"
                .formatted(service, instance));
    sql(
        "insert into read_g1.domain (domain, service_id, environment, document, search, version,"
            + " position, created_at, changed_at) values ('%s', '%s', 'test', '%s', '', 1, 1, now(), now())"
                .formatted(domain, service, given().get(path + domain).asString()));
    certified(path + domain, null);
    certificate("own", instance, "now() + interval '1 day'");
    certificate("other", "instance-00000000", "null");
    certified(path + domain, "PRESENT");
    certificate("all", "*", "now() - interval '1 day'");
    certified(path + domain, "EXPIRED");
    certificate("none", instance, "null");
    certified(path + domain, "MISSING");
    ApiDocument.read().describes("Domain", given().get(path + domain));
    given()
        .get(path + domain + "?at=" + gateway.position())
        .then()
        .body("$", not(hasKey("certificateState")));
    Gateway.json(given().get(path + domain).asString()).put(path + domain).then().statusCode(200);
  }

  private void certificate(String replica, String instance, String notAfter) throws SQLException {
    sql(
        """
        insert into projector.replica (replica_id, instance, last_seen_at, document)
          values ('%s', '%s', now(), '{}');
        insert into projector.certificate (replica, name, not_after) values ('%s', 'shop', %s)\
        """
            .formatted(replica, instance, replica, notAfter));
  }

  private static void certified(String domain, @Nullable String state) {
    given().get(domain).then().statusCode(200).body("certificateState", equalTo(state));
    given()
        .get(domain.substring(0, domain.lastIndexOf('/')))
        .then()
        .body("items[0].certificateState", equalTo(state));
  }
}
