package io.weir.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':1,'a':2}     | The field a is given twice at line 1, column 11",
        "{'a':01}          | The body is not JSON (RFC 8259) at line 1, column 7",
        "{'a':NaN}         | The body is not JSON (RFC 8259) at line 1, column 9",
        "{'a': /* */ 1}    | The body is not JSON (RFC 8259) at line 1, column 7",
        "{'a':             | The body ends where its JSON goes on at line 1, column 6",
        "{a:1}             | The body is not JSON (RFC 8259) at line 1, column 2",
        "nul               | The body is not JSON (RFC 8259) at line 1, column 1",
        "{} {}             | Something follows the JSON value at line 1, column 4",
      })
  void whatIsNoJsonIsToldInOurOwnWords(String body, String detail) {
    assertThat(refused(body.replace('\'', '"').getBytes(UTF_8))).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource({"[, 2000", "9, 2000"})
  void whatIsTooMuchForTheParserIsToldInOurOwnWords(String piece, int times) {
    assertThat(refused(("{\"a\":" + piece.repeat(times)).getBytes(UTF_8)))
        .startsWith("The JSON is nested too deeply, or a number or name in it is too long");
  }

  @ParameterizedTest
  @CsvSource({"ff", "7b22c328223a317d"})
  void bytesThatAreNoTextAreNoJson(String hex) {
    assertThat(refused(HexFormat.of().parseHex(hex))).startsWith("The body is not ");
  }

  private static String refused(byte[] body) {
    var thrown = catchThrowableOfType(ProblemException.class, () -> Body.parse(body));
    assertThat(thrown.problem().code()).isEqualTo("MALFORMED_JSON");
    return thrown.problem().detail();
  }
}
