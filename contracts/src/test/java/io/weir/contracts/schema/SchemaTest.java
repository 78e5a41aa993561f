package io.weir.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.codec.Json;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Sample;
import io.weir.contracts.value.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schemas allow is what the value types allow. */
class SchemaTest {
  static final List<String> TYPES = List.copyOf(EventTypes.names());
  private static final Map<String, JsonSchema> CLOSED = EventSchemas.closed();
  private static final Map<JsonNode, JsonSchema> COMPILED = new HashMap<>();

  @Test
  void everyTypeHasASchemaAndSoHasEveryRetiredOneAndNothingElse() {
    Set<String> types = new TreeSet<>(EventTypes.names());
    types.addAll(EventCodec.CURRENT.retired().keySet());
    GoldenLedger.releases().forEach(release -> types.addAll(GoldenLedger.schemas(release)));
    assertThat(EventSchemas.files()).containsExactlyElementsOf(types);
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void isJsonSchema202012AndNamesItsType(String type) {
    JsonNode schema = EventSchemas.of(type);
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));
    assertThat(meta.validate(schema)).isEmpty();
    assertThat(schema.path("$schema").asText()).isEqualTo(SchemaId.V202012);
    assertThat(schema.path("$id").asText()).isEqualTo("urn:weir:schema:" + type);
    assertThat(schema.path("title").asText()).isEqualTo(type);
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void describesEveryField(String type) {
    List<String> undescribed = new ArrayList<>();
    describe(EventSchemas.of(type), type, undescribed);
    assertThat(undescribed).isEmpty();
  }

  private static void describe(JsonNode schema, String at, List<String> undescribed) {
    if (schema.path("description").asText().length() < 5) {
      undescribed.add(at);
    }
    for (String group : List.of("properties", "$defs")) {
      for (var field : schema.path(group).properties()) {
        describe(field.getValue(), at + "/" + group + "/" + field.getKey(), undescribed);
      }
    }
    if (schema.has("items")) {
      describe(schema.path("items"), at + "/items", undescribed);
    }
  }

  @Property(tries = 15)
  void everyEventThatIsWrittenIsDescribedToTheLastField(@ForAll long seed) {
    for (Recorded recorded : RandomHistory.of(seed, 150)) {
      JsonSchema schema = CLOSED.get(recorded.envelope().type());
      assertThat(schema.validate(tree(recorded.data()))).as(recorded.data()).isEmpty();
    }
  }

  /** What a schema requires, the codec misses; what it does not, the codec can do without. */
  @ParameterizedTest
  @FieldSource("TYPES")
  void requiresWhatTheCodecRequires(String type) {
    JsonNode whole = tree(GoldenLedger.events(GoldenLedger.RELEASE).get(type).data());
    JsonSchema schema = EventSchemas.compiled(EventSchemas.of(type));
    for (ObjectNode object : objects(whole)) {
      for (String field : fieldNames(object)) {
        JsonNode value = object.remove(field);
        assertThat(reads(type, whole))
            .as("%s without %s", type, field)
            .isEqualTo(schema.validate(whole).isEmpty());
        object.set(field, value);
      }
    }
  }

  private static boolean reads(String type, JsonNode data) {
    try {
      EventCodec.CURRENT.decode(type, data.toString());
      return true;
    } catch (UnknownEventException e) {
      return false;
    }
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> objects = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> objects.addAll(objects(child)));
    return objects;
  }

  private static List<String> fieldNames(ObjectNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  static List<Sample> samples() {
    return Samples.all();
  }

  /** In every file that has a copy of the definition. */
  @ParameterizedTest
  @MethodSource("samples")
  void drawsTheSameLinesAsTheValues(Sample sample) {
    int copies = 0;
    for (String type : TYPES) {
      JsonNode file = EventSchemas.of(type);
      if (file.at("/$defs/" + sample.definition()).isObject()) {
        copies++;
        assertThat(definition(file, sample.definition()).validate(sample.tree()).isEmpty())
            .as("%s according to %s", sample, type)
            .isEqualTo(sample.good() || !sample.schemaKnows());
      }
    }
    assertThat(copies).as("schemas that define " + sample.definition()).isPositive();
  }

  private static JsonSchema definition(JsonNode file, String definition) {
    ObjectNode schema = Json.MAPPER.createObjectNode();
    schema.put("$schema", SchemaId.V202012).put("$ref", "#/$defs/" + definition);
    schema.set("$defs", file.path("$defs"));
    return COMPILED.computeIfAbsent(schema, EventSchemas::compiled);
  }

  private static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
