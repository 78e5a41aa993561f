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

/** A warm-up that takes for ever. */
@ControlApi
@TestProfile(HangingWarmUpTest.Hanging.class)
class HangingWarmUpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Until the service has waited for long enough. */
  public static class Hanging implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(StuckRepertoire.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("weir.warm-up.limit", "1s");
    }
  }

  @Test
  void theServiceIsReadyAfterAsLongAsItMayTake() {
    await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    assertThat(StuckRepertoire.HELD.getCount()).isEqualTo(1);
  }
}
