package io.weir.control.warm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.weir.control.ControlApi;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A warm-up that takes for ever, until it fails. */
@ControlApi
@TestProfile(HeldWarmUpTest.Held.class)
class HeldWarmUpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** For as long as the test wants. */
  public static class Held implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(StuckRepertoire.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("weir.warm-up.limit", "1h");
    }
  }

  private static String status(String check) {
    return given()
        .get("/q/health/ready")
        .jsonPath()
        .getString("checks.find { it.name == '%s' }.status".formatted(check));
  }

  @Test
  void readinessWaitsForTheWarmUpAndOneThatFailsIsNoReasonNotToBeReady() {
    await().atMost(PATIENCE).until(() -> "UP".equals(status("ledger-replay")));
    assertThat(status("warm-up")).isEqualTo("DOWN");
    given().get("/q/health/ready").then().statusCode(503);

    StuckRepertoire.HELD.countDown();

    await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
  }
}
