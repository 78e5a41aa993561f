package io.weir.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.codec.Json;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Topic;
import io.weir.contracts.topic.TrafficTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AsyncAPI document lists what the code says, no more and no less. */
class AsyncApiTest {
  private static final Path FILE = Path.of("src/main/resources/asyncapi.yaml");
  private static JsonNode document;

  @BeforeAll
  static void parse() throws IOException {
    document =
        YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readTree(Files.readString(FILE));
  }

  @Test
  void isAnAsyncApi3DocumentOfTheTopics() {
    assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(names(document.path("channels")))
        .containsExactlyInAnyOrder("ledger", "replicas", "traffic");
    assertThat(document.at("/channels/ledger/address").asText()).isEqualTo(Topic.NAME);
    assertThat(document.at("/channels/replicas/address").asText()).isEqualTo("weir.replicas");
    assertThat(document.at("/channels/traffic/address").asText()).isEqualTo(TrafficTopic.NAME);
  }

  @Test
  void theLedgerCarriesEveryEventTypeThatIsOrWasWrittenAndNothingElse() {
    JsonNode messages = document.at("/channels/ledger/messages");
    Set<String> types = new TreeSet<>(EventTypes.names());
    types.addAll(EventCodec.CURRENT.retired().keySet());
    assertThat(names(messages)).isEqualTo(types);
    for (String type : types) {
      assertThat(messages.path(type).path("$ref").asText())
          .isEqualTo("#/components/messages/" + type);
      JsonNode message = document.path("components").path("messages").path(type);
      assertThat(message.path("name").asText()).isEqualTo(type);
      assertThat(message.path("summary").asText())
          .isEqualTo(EventSchemas.of(type).path("description").asText());
      assertThat(message.at("/traits/0/$ref").asText())
          .isEqualTo("#/components/messageTraits/ledger-event");
      assertThat(message.at("/payload/schema/$ref").asText())
          .isEqualTo("./schemas/" + type + ".json");
    }
  }

  @Test
  void whatIsNoLongerWrittenIsTaggedAndSaysWhatItIsReadAs() {
    for (var message : document.at("/components/messages").properties()) {
      String readAs = EventCodec.CURRENT.retired().get(message.getKey());
      assertThat(message.getValue().at("/tags/0/name").asText())
          .as(message.getKey())
          .isEqualTo(readAs == null ? "" : "retired");
      if (readAs != null) {
        assertThat(message.getValue().path("description").asText())
            .isEqualTo("Read as " + readAs + ", and no longer written.");
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = document.findValues("$ref").stream().map(JsonNode::asText).toList();
    assertThat(references).isNotEmpty().allMatch(AsyncApiTest::resolves);
  }

  private static boolean resolves(String reference) {
    return reference.startsWith("#")
        ? !document.at(reference.substring(1)).isMissingNode()
        : Files.isRegularFile(FILE.resolveSibling(reference));
  }

  @Test
  void everyComponentIsUsed() {
    Set<String> references = new TreeSet<>();
    document.findValues("$ref").forEach(reference -> references.add(reference.asText()));
    for (var group : document.path("components").properties()) {
      for (String name : names(group.getValue())) {
        assertThat(references).contains("#/components/" + group.getKey() + "/" + name);
      }
    }
  }

  @Test
  void theHeadersAreThoseOfTheRelay() {
    JsonNode headers = document.at("/components/schemas/ledger-headers");
    JsonSchema schema = EventSchemas.compiled(headers);
    Set<String> seen = new TreeSet<>();
    Set<String> always = new TreeSet<>(names(headers.path("properties")));
    for (Recorded recorded : RandomHistory.of(5, 200)) {
      Map<String, String> written = KafkaHeaders.of(recorded);
      seen.addAll(written.keySet());
      always.retainAll(written.keySet());
      assertThat(schema.validate(Json.MAPPER.valueToTree(written))).isEmpty();
    }
    assertThat(seen).isEqualTo(names(headers.path("properties")));
    List<String> required = new ArrayList<>();
    headers.path("required").forEach(name -> required.add(name.asText()));
    assertThat(required).containsExactlyInAnyOrderElementsOf(always);
  }

  @Test
  void theTrafficTopicIsMadeAsTheDocumentSays() {
    document
        .at("/channels/traffic/bindings/kafka/topicConfiguration")
        .properties()
        .forEach(
            setting ->
                assertThat(TrafficTopic.settings().get(setting.getKey()))
                    .isEqualTo(
                        setting.getValue().isArray()
                            ? setting.getValue().get(0).asText()
                            : setting.getValue().asText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"replica-report", "traffic-minute", "traffic-requests"})
  void theExampleOfWhatReplicasSayFitsItsSchema(String message) {
    JsonNode schema = document.at("/components/schemas/" + message);
    JsonNode example = document.at("/components/messages/" + message + "/examples/0/payload");
    assertThat(EventSchemas.compiled(schema).validate(example)).isEmpty();
    assertThat(names(schema.path("properties"))).containsAll(names(example));
  }

  @Test
  void theExampleOfAReplicaReportHasWhatMatters() {
    JsonNode example = document.at("/components/messages/replica-report/examples/0/payload");
    assertThat(names(example))
        .contains(
            "replicaId",
            "instance",
            "state",
            "position",
            "ledgerId",
            "hash",
            "address",
            "adminAddress",
            "nodeHealth",
            "certificates",
            "startedAt",
            "reportedAt");
  }

  @Test
  void everyFieldIsDescribed() {
    for (JsonNode schema : document.at("/components/schemas")) {
      for (var field : schema.path("properties").properties()) {
        assertThat(field.getValue().path("description").asText()).as(field.getKey()).isNotBlank();
      }
    }
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.properties().forEach(field -> names.add(field.getKey()));
    return names;
  }
}
