package io.weir.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.weir.contracts.codec.Json;
import io.weir.contracts.schema.EcmaRegex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The schema allows what the reader allows, but for the rules that docs/snapshot.md lists. */
class GatewaySchemaTest {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final JsonSchema SCHEMA =
      FACTORY.getSchema(
          GatewaySchema.text(),
          SchemaValidatorsConfig.builder().regularExpressionFactory(new EcmaRegex()).build());

  /** What the reader says of a rule that a schema cannot express, or that is between fields. */
  private static final Pattern BEYOND_SCHEMA =
      Pattern.compile(
          "names no [A-Za-z]+: there is .*"
              + "|has the id of another .*"
              + "|must be absent unless protocol is HTTPS"
              + "|must not name .* twice"
              + "|must not have a status in both .*"
              + "|must have an unhealthyTimeout above 0 if only passive checks .*"
              + "|must not have the range .*, which is empty"
              + "|must not use \\{.*}, which the front-end path lacks"
              + "|must not be HEAD unless the front end's method is"
              + "|(as released to \\w+ )?shares the front end .*"
              + "|is bound to two services");

  private static List<String> refusals(String yaml) {
    try {
      GatewayYaml.read(yaml);
      return List.of();
    } catch (InvalidYamlException e) {
      return e.violations().stream().map(found -> found.violation().detail()).toList();
    }
  }

  private static boolean allows(JsonNode gateway) {
    return SCHEMA.validate(gateway).isEmpty();
  }

  /** What the schema refuses, the reader does; what only the reader refuses is such a rule. */
  private static void assertAgree(JsonNode gateway, String yaml) {
    List<String> refusals = refusals(yaml);
    if (allows(gateway)) {
      assertThat(refusals).as(yaml).allMatch(BEYOND_SCHEMA.asMatchPredicate());
    } else {
      assertThat(refusals).as(yaml).isNotEmpty();
    }
  }

  @Test
  void isJsonSchema202012() throws JsonProcessingException {
    JsonNode schema = Json.MAPPER.readTree(GatewaySchema.text());
    assertThat(FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(schema)).isEmpty();
  }

  @Test
  void describesEveryField() throws JsonProcessingException {
    JsonNode schema = Json.MAPPER.readTree(GatewaySchema.text());
    List<JsonNode> objects = new ArrayList<>(List.of(schema));
    schema.path("$defs").forEach(objects::add);
    for (JsonNode object : objects) {
      object
          .path("properties")
          .properties()
          .forEach(
              field ->
                  assertThat(field.getValue().path("description").asText())
                      .as(field.getKey())
                      .hasSizeGreaterThan(5));
    }
  }

  @Test
  void holdsForEveryExampleOfTheDocumentation() throws Exception {
    String page = Files.readString(Path.of("../docs/snapshot.md"));
    List<String> examples =
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(
            example -> assertThat(allows(YamlDocument.read(example).whole().json())).isTrue());
  }

  @Property(tries = 100)
  void whatIsRightIsReadAndAllowed(@ForAll long seed) {
    ObjectNode gateway = RandomGateway.of(seed);
    String yaml = YamlText.of(gateway, new Random(seed));
    assertThat(refusals(yaml)).as(yaml).isEmpty();
    assertThat(allows(gateway)).as(yaml).isTrue();
  }

  @Property(tries = 300)
  void whatWasTamperedWithIsRefusedByBothOrNeither(@ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode right = RandomGateway.of(seed);
    ObjectNode gateway = Mutation.random(random, right).of(right);
    assertAgree(gateway, YamlText.of(gateway, random));
  }

  @Tag("slow")
  @Test
  void everyFieldWithEveryValueIsRefusedByBothOrNeither() {
    ObjectNode right = RandomGateway.whole();
    for (JsonPointer place : Mutation.places(right)) {
      for (JsonNode value : Mutation.valuesFor(right.at(place))) {
        ObjectNode gateway = new Mutation(place, value).of(right);
        assertAgree(gateway, gateway.toString());
      }
    }
  }

  @Test
  void everyFieldOfTheSchemaIsAmongThem() throws IOException {
    String whole = RandomGateway.whole().toString();
    JsonNode schema = Json.MAPPER.readTree(GatewaySchema.text());
    schema
        .path("$defs")
        .forEach(
            object ->
                object
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(field -> assertThat(whole).contains("\"" + field + "\":")));
  }
}
