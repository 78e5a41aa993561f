package io.weir.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value accepts what it should, refuses the rest with its own words, and is written back. */
class ValueTest {
  static List<Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isWhatTheTableSays(Sample sample) throws JsonProcessingException {
    if (sample.good()) {
      Object value = Json.MAPPER.readValue(sample.json(), sample.type());
      assertThat(Json.MAPPER.<JsonNode>valueToTree(value)).isEqualTo(sample.tree());
    } else {
      refuses(sample);
    }
  }

  /** Null alone is read as null: it is the field around it that refuses it. */
  private static void refuses(Sample sample) throws JsonProcessingException {
    if (sample.tree().isNull()) {
      assertThat((Object) Json.MAPPER.readValue(sample.json(), sample.type())).isNull();
      return;
    }
    Throwable thrown = catchThrowable(() -> Json.MAPPER.readValue(sample.json(), sample.type()));
    assertThat(thrown).isInstanceOf(JsonProcessingException.class);
    if (!Samples.WRONG_TYPE.equals(sample.message())) {
      assertThat(thrown).hasRootCauseInstanceOf(InvalidValueException.class);
      assertThat(thrown).rootCause().hasMessage(sample.message());
    }
  }
}
