package io.weir.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Within one version, a schema only gains optional fields, and its limits only widen. */
class SchemaGrowthTest {
  static final Iterable<String> RELEASES = GoldenLedger.releases();

  @ParameterizedTest
  @FieldSource("RELEASES")
  void noReleasedSchemaHasChangedItsMeaning(String release) {
    for (String type : GoldenLedger.schemas(release)) {
      assertThat(
              SchemaGrowth.faults(
                  EventSchemas.read(GoldenLedger.schema(release, type)), EventSchemas.of(type)))
          .as(
              "%s differs from what release %s published. Events of both forms would bear the"
                  + " same name, so make a new version instead: leave %s as it is, for events"
                  + " of it stay in ledgers; write the next version's schema, record and line in"
                  + " EventTypes; remove the old line; give Upcasters one from the old to the new;"
                  + " then follow what GoldenTest says about golden files (docs/events.md)",
              type, release, type)
          .isEmpty();
    }
  }

  @Test
  void anOptionalFieldAndBetterWordsMayCome() {
    ObjectNode colour = Json.MAPPER.createObjectNode().put("type", "string");
    assertThat(faults(s -> ((ObjectNode) s.at("/properties")).set("colour", colour))).isEmpty();
    assertThat(faults(s -> s.put("description", "better"))).isEmpty();
    assertThat(faults(s -> ((ObjectNode) s.at("/$defs/node")).put("description", "x"))).isEmpty();
  }

  @Test
  void aFieldMayNotGo() {
    assertThat(faults(s -> ((ObjectNode) s.at("/properties")).remove("nodes")))
        .containsExactly("/properties/nodes is gone");
  }

  @Test
  void aFieldMayNotBecomeRequiredOrOptional() {
    assertThat(faults(s -> ((ArrayNode) s.at("/required")).add("colour")))
        .containsExactly("/required was [\"id\",\"nodes\"] and is [\"id\",\"nodes\",\"colour\"]");
    assertThat(faults(s -> ((ArrayNode) s.at("/required")).remove(1)))
        .containsExactly("/required was [\"id\",\"nodes\"] and is [\"id\"]");
  }

  @Test
  void aLimitMayWiden() {
    assertThat(faults(s -> nodes(s).put("maxItems", 300))).isEmpty();
    assertThat(faults(s -> nodes(s).put("minItems", 0))).isEmpty();
    assertThat(faults(s -> ((ArrayNode) s.at("/$defs/node/properties/by/enum")).add("HASH")))
        .isEmpty();
  }

  @Test
  void aLimitMayNeitherTightenNorComeNorGo() {
    assertThat(faults(s -> nodes(s).put("maxItems", 199)))
        .containsExactly("/$defs/nodes/maxItems was 200 and is 199");
    assertThat(faults(s -> nodes(s).put("minItems", 2)))
        .containsExactly("/$defs/nodes/minItems was 1 and is 2");
    assertThat(faults(s -> ((ArrayNode) s.at("/$defs/node/properties/by/enum")).remove(0)))
        .containsExactly(
            "/$defs/node/properties/by/enum was [\"TURN\",\"LEAST\"] and is [\"LEAST\"]");
    assertThat(faults(s -> nodes(s).put("uniqueItems", true)))
        .containsExactly("/$defs/nodes/uniqueItems is new");
    assertThat(faults(s -> nodes(s).remove("minItems")))
        .containsExactly("/$defs/nodes/minItems is gone");
  }

  private static ObjectNode nodes(JsonNode schema) {
    return (ObjectNode) schema.at("/$defs/nodes");
  }

  @Test
  void aTypeMayNotChange() {
    assertThat(
            faults(s -> ((ObjectNode) s.at("/$defs/node/properties/port")).put("type", "string")))
        .containsExactly("/$defs/node/properties/port/type was \"integer\" and is \"string\"");
  }

  private static Iterable<String> faults(Consumer<ObjectNode> change) {
    JsonNode released =
        tree(
            """
            {"type": "object", "description": "x", "required": ["id", "nodes"],
             "properties": {"id": {"type": "string"}, "nodes": {"$ref": "#/$defs/nodes"}},
             "$defs": {
               "nodes": {"type": "array", "minItems": 1, "maxItems": 200,
                         "items": {"$ref": "#/$defs/node"}},
               "node": {"type": "object", "properties": {
                 "port": {"type": "integer"}, "by": {"enum": ["TURN", "LEAST"]}}}}}
            """);
    ObjectNode now = released.deepCopy();
    change.accept(now);
    return SchemaGrowth.faults(released, now);
  }

  private static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
