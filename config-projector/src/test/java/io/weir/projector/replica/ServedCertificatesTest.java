package io.weir.projector.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.contracts.codec.Json;
import io.weir.projector.replica.ServedCertificates.Served;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a report says of certificates, only what is of the agreed form is believed. */
class ServedCertificatesTest {
  private static List<Served> read(String member) throws JsonProcessingException {
    return List.copyOf(ServedCertificates.of(Json.MAPPER.readTree(member)).served());
  }

  @Test
  void everythingThatIsSaidIsRead() throws JsonProcessingException {
    assertThat(
            read(
                """
                [{"name": "shop", "names": ["a.example", "*.b.example"],
                  "notBefore": "2026-01-01T00:00:00Z", "notAfter": "2026-04-01T00:00:00Z"},
                 {"name": "gone", "problem": "there is no gone.crt"}]\
                """))
        .containsExactly(
            new Served(
                "shop",
                "[\"a.example\",\"*.b.example\"]",
                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                OffsetDateTime.parse("2026-04-01T00:00:00Z"),
                null),
            new Served("gone", null, null, null, "there is no gone.crt"));
  }

  @Test
  void ofTwoOfOneNameTheLastCounts() throws JsonProcessingException {
    assertThat(read("[{\"name\": \"a\"}, {\"name\": \"a\", \"problem\": \"x\"}]"))
        .containsExactly(new Served("a", null, null, null, "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1]", "{}", "\"a\"", "[{}]", "[{\"name\": \"../a\"}]", "[{\"name\": 7.5}, null]"})
  void whatHasNoNameIsNone(String member) throws JsonProcessingException {
    assertThat(read(member)).isEmpty();
    assertThat(ServedCertificates.of(null).served()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"names\": [7]",
        "\"names\": \"a\"",
        "\"names\": [\"a\\u0000\"]",
        "\"notAfter\": \"soon\""
      })
  void whatIsWrongOfOneIsNotKnown(String member) throws JsonProcessingException {
    assertThat(read("[{\"name\": \"a\", " + member + "}]"))
        .containsExactly(new Served("a", null, null, null, null));
  }
}
