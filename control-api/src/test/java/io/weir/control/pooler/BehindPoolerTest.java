package io.weir.control.pooler;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.weir.control.registry.FakeRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service behind a pooler in transaction mode starts, and says what is wrong. */
@QuarkusTest
@QuarkusTestResource(value = TransactionPooler.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(FakeRegistry.class)
@Tag("slow")
class BehindPoolerTest {
  private static final String CHECK = "checks.find { it.name == 'postgres-sessions' }";

  @Test
  void itIsNotReadyAndNamesThePooler() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        given().get("/q/health/ready").jsonPath().getString(CHECK + ".data.reason"))
                    .contains("pooler"));
    given().get("/q/health/ready").then().statusCode(503);
    given().get("/q/health/live").then().statusCode(200);
  }
}
