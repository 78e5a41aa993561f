package io.weir.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What services complain of. */
class ComplaintsTest {

  @Test
  void saysWhatAServiceComplainsOfWhetherItIsReadyOrNot() throws Exception {
    JsonNode readiness =
        new ObjectMapper()
            .readTree(
                """
                {"status": "DOWN", "checks": [
                  {"name": "Reactive PostgreSQL connections health check", "status": "UP"},
                  {"name": "ledger-relay", "status": "UP", "data": {"state": "CONNECTING", "reason": "Kafka does not answer"}},
                  {"name": "ledger-replay", "status": "DOWN", "data": {"failure": "event 7 cannot be read"}}
                ]}\
                """);

    assertThat(Platform.complaints(readiness))
        .isEqualTo("ledger-relay: Kafka does not answer; ledger-replay: event 7 cannot be read");
  }

  @Test
  void whoComplainsOfNothingHasNoRemark() throws Exception {
    assertThat(Platform.complaints(new ObjectMapper().readTree("{\"status\": \"UP\"}"))).isEmpty();
  }
}
