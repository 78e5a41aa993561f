package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Passage;
import io.weir.dataplane.support.Passage.Version;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.http.FakeUpstream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every response has a Date (RFC 9110, 6.6.1), exactly one. */
class DateTest {
  private static void assertNow(String date) {
    assertThat(date).matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
    Instant said = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    assertThat(Duration.between(said, Instant.now()))
        .isBetween(Duration.ofSeconds(-1), Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1,HTTP_1", "HTTP_1,HTTP_2", "HTTP_2,HTTP_1", "HTTP_2,HTTP_2"})
  void aNodesResponseHasItsOwnDateOrOneOfTheGateway(Version client, Version node) throws Exception {
    Passage passage = new Passage(client, node);
    assertNow(passage.get(TestOptions.usual()).response().get("date"));
    String old = "Mon, 01 Jan 2024 00:00:00 GMT";
    assertThat(passage.get(TestOptions.usual(), "date", old).response()).containsEntry("date", old);
  }

  @Test
  void everyAnswerOfTheGatewayHasOne() throws Exception {
    try (FakeUpstream node = FakeUpstream.http();
        Gateway gateway = Gateway.of(node);
        Client client = gateway.client()) {
      node.stop();
      assertNow(gateway.get("/release/nowhere").header("date"));
      Answer failed = gateway.get("/release/pets");
      assertThat(failed.status()).isEqualTo(502);
      assertNow(failed.header("date"));
      assertNow(client.call("nonsense\n\n").header("date"));
    }
  }
}
