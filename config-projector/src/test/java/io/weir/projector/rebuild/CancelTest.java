package io.weir.projector.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.weir.projector.store.SessionLock;
import org.junit.jupiter.api.Test;

/** A rebuild is called off, whoever runs it. */
@QuarkusTest
class CancelTest extends RebuildFixture {
  @Test
  void whileItRunsHere() {
    int before = active();
    // it does not switch while somebody reads
    try (Reader reader = new Reader()) {
      assertThat(reader).isNotNull();
      String location = begin();
      int number = Integer.parseInt(location.replaceFirst(".*/", ""));
      await()
          .atMost(LIMIT)
          .until(() -> "SWITCHING".equals(RestAssured.get(location).jsonPath().getString("phase")));
      given()
          .delete(location)
          .then()
          .statusCode(202)
          .body("state", equalTo("CANCELLED"))
          .body("finishedAt", notNullValue());
      await().atMost(LIMIT).until(() -> !schemaExists(number));
      given()
          .delete(location)
          .then()
          .statusCode(409)
          .contentType("application/problem+json")
          .body("code", equalTo("REBUILD_NOT_RUNNING"))
          .body("detail", containsString("CANCELLED"));
      assertThat(state(location)).isEqualTo("CANCELLED");
      assertThat(active()).isEqualTo(before);
    }
    String next = begin();
    await().atMost(LIMIT).until(() -> state(next).equals("ACTIVE"));
  }

  @Test
  void whileAnotherProcessRunsIt() {
    int number;
    try (SessionLock others = lock()) {
      assertThat(others).isNotNull();
      number = generations.createBuilding();
      given().delete("/v1/rebuilds/" + number).then().statusCode(202);
      // it is for the other process to remove what it may be writing
      assertThat(schemaExists(number)).isTrue();
    }
    rebuilds.prepare();
    assertThat(schemaExists(number)).isFalse();
    assertThat(state("/v1/rebuilds/" + number)).isEqualTo("CANCELLED");
  }

  @Test
  void whereNobodyRunsItAnyMore() {
    lock().close();
    int killed = generations.createBuilding();
    given().delete("/v1/rebuilds/" + killed).then().statusCode(202);
    assertThat(schemaExists(killed)).isFalse();
    assertThat(state("/v1/rebuilds/" + killed)).isEqualTo("CANCELLED");
  }

  @Test
  void onlyIfItRuns() {
    given().delete("/v1/rebuilds/" + active()).then().statusCode(409);
    given().delete("/v1/rebuilds/4711").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void andItDoesNotBeginAgainByItself() {
    lock().close();
    String layout = layout();
    int number = generations.createBuilding();
    layout("older");
    try {
      given().delete("/v1/rebuilds/" + number).then().statusCode(202);
      assertThatThrownBy(rebuilds::prepare).hasMessageContaining("POST /v1/rebuilds");
    } finally {
      layout(layout);
    }
    rebuilds.prepare();
  }
}
