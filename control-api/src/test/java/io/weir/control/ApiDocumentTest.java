package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.ApiContent;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.ServiceContent;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Weight;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI document says what holds for what is sent. */
class ApiDocumentTest {
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

  private final ApiDocument document = ApiDocument.read();

  /** The numbers that grow one day. */
  @Test
  void theMostNodesAndTheMostWeightAreThoseOfTheValues() {
    assertThat(limits("nodes", "maxItems")).isNotEmpty().containsOnly(Nodes.MAX);
    assertThat(limits("weight", "maximum")).isNotEmpty().containsOnly(Weight.MAX);
  }

  private List<Integer> limits(String field, String keyword) {
    return document.root().get("components").get("schemas").findValues(field).stream()
        .filter(schema -> schema.has(keyword))
        .map(schema -> schema.get(keyword).intValue())
        .toList();
  }

  static Stream<Arguments> readers() {
    return Stream.of(
        read(
            "Upstream",
            UpstreamContent::read,
            """
            {"vpcId":"vpc-77h2k1p0","protocol":"HTTPS","healthChecker":{},"tls":{},
             "nodes":[{"address":"10.0.0.1","port":1,"weight":1}]}\
            """),
        read("Service", ServiceContent::read, "{\"name\":\"shop\"}"),
        read(
            "Api",
            ApiContent::read,
            """
            {"name":"pets","frontEnd":{"path":"/"},
             "backEnd":{"upstreamId":"upstream-4n5bfklc","path":"/"}}\
            """));
  }

  private static Arguments read(String kind, Function<Fields, ?> reader, String smallest) {
    return Arguments.of(kind, reader, smallest);
  }

  /** All that a body need not say is there afterwards, as its schema says. */
  @ParameterizedTest
  @MethodSource("readers")
  void aSchemaDemandsAndSupposesWhatTheReaderDoes(
      String kind, Function<Fields, ?> reader, String smallest) throws IOException {
    JsonNode schema = document.root().at("/components/schemas/" + kind + "Request");
    assertThatExceptionOfType(InvalidContentException.class)
        .isThrownBy(() -> Fields.read(Json.MAPPER.createObjectNode(), reader))
        .satisfies(
            missing ->
                assertThat(missing.violations())
                    .extracting(violation -> violation.pointer().substring(1))
                    .containsExactlyInAnyOrderElementsOf(
                        Json.MAPPER.convertValue(schema.get("required"), STRINGS)));
    Object content = Fields.read((ObjectNode) Json.MAPPER.readTree(smallest), reader);
    assertThat(compared(kind, schema, Json.MAPPER.valueToTree(content))).isPositive();
  }

  /** How many defaults of the schema a value has. */
  private int compared(String place, JsonNode given, JsonNode value) {
    JsonNode schema = document.resolved(given);
    JsonNode supposed = given.path("default");
    supposed = supposed.isMissingNode() ? schema.path("default") : supposed;
    int compared = 0;
    if (!supposed.isMissingNode()) {
      assertThat(value).as(place).isEqualTo(supposed);
      compared++;
    }
    for (var field : schema.path("properties").properties()) {
      if (value.isObject() && !document.isReadOnly(field.getValue())) {
        compared += compared(field.getKey(), field.getValue(), value.path(field.getKey()));
      }
    }
    for (JsonNode item : value) {
      compared += schema.has("items") ? compared(place + "/", schema.get("items"), item) : 0;
    }
    return compared;
  }

  @Test
  void whatContradictsASchemaIsNoticed() {
    String wrong = document.example("upstream").replace("\"port\":8080", "\"port\":0");
    assertThatThrownBy(() -> document.describes("Upstream", wrong))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> document.describes("Upstream", "{}"))
        .isInstanceOf(AssertionError.class);
  }
}
