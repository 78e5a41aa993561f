package io.weir.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who did it, why and from where is recorded with every attempt. */
@InstanceRegistry
class CallerTest {
  @Inject DataSource database;

  private final String correlation = UUID.randomUUID().toString();

  private RequestSpecification request() {
    return Http.json("{'name':'%s'}", Http.unique("edge"))
        .header("X-Request-Id", correlation)
        .header("Weir-Actor", "ada")
        .header("Weir-Reason", "a new site");
  }

  private String recorded() throws SQLException {
    String sql =
        "select name || ' by ' || actor || ' from ' || source_address || ': ' || reason"
            + " from ledger.command where correlation = '"
            + correlation
            + "'";
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  @Test
  void aCommandIsRecordedWithItsCaller() throws SQLException {
    request().post("/v1/vpcs").then().statusCode(201).header("X-Request-Id", correlation);

    assertThat(recorded()).isEqualTo("create-vpc by ada from 127.0.0.1: a new site");
  }

  @Test
  void aRequestThatControlApiPassedOnIsItsCallers() throws SQLException {
    request()
        .header("X-Forwarded-For", "192.0.2.7")
        .post("/v1/vpcs")
        .then()
        .statusCode(201)
        .header("Location", startsWith("/v1/vpcs/vpc-"));

    assertThat(recorded()).isEqualTo("create-vpc by ada from 192.0.2.7: a new site");
  }
}
