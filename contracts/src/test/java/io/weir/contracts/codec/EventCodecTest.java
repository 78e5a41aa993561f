package io.weir.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.event.DomainEvent;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.log.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Events survive being text, whoever adds fields; what is not an event is refused by name. */
class EventCodecTest {
  private static final EventCodec CODEC = EventCodec.CURRENT;

  /** What may be absent; everything else may not. */
  private static final Pattern OPTIONAL =
      Pattern.compile(
          "upstream\\..*/settings/(name|hostHeader|healthChecker|tls)"
              + "|.*/tls/(serverName|caCertificate|clientCertificate)"
              + "|domain\\..*/settings/certificate"
              + "|service\\..*/settings/instanceId"
              + "|.*/backEnd/method"
              + "|service\\.released\\.v3/baseReleaseId"
              + "|key\\..*/settings/expiresAt");

  /** What older events do not say, and what it is then. */
  private static final Pattern LATER =
      Pattern.compile(
          "upstream\\..*(/settings/(retryOn|httpVersion|slowStartSeconds|limits)"
              + "|/healthChecker/panicThreshold|/nodes/\\d+/draining)");

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "retryOn", "{\"statuses\":[],\"nonIdempotent\":false}",
          "httpVersion", "\"HTTP_1_1\"",
          "slowStartSeconds", "0",
          "limits",
              "{\"maxConnectionsPerNode\":1024,\"maxRequestsPerNode\":1024,\"maxRequests\":10000}",
          "panicThreshold", "0",
          "draining", "false");

  @Property(tries = 30)
  void whatIsDecodedIsWhatWasEncoded(@ForAll long seed) {
    for (Recorded recorded : RandomHistory.of(seed, 80)) {
      GatewayEvent event = CODEC.decode(recorded);
      assertThat(EventTypes.nameOf(event)).isEqualTo(recorded.envelope().type());
      assertThat(CODEC.encode(event)).isEqualTo(recorded.data());
      assertThat(event.stream()).isEqualTo(recorded.envelope().stream());
      assertThat(event.subjects())
          .isEqualTo(recorded.envelope().subjects())
          .doesNotHaveDuplicates()
          .allMatch(
              id ->
                  id.matches("[a-z]+(-[a-z]+)?-[a-z0-9]{8}")
                      || event instanceof DomainEvent domain && id.equals(domain.domain().value()));
      assertThat(event.stream()).endsWith("/" + event.subjects().getFirst());
    }
  }

  /** One event of every type, with many fields, but not hundreds of nodes. */
  static Collection<Recorded> oneOfEach() {
    TreeMap<String, Recorded> richest = new TreeMap<>();
    for (Recorded recorded : RandomHistory.of(3, 3000)) {
      richest.merge(recorded.envelope().type(), recorded, (a, b) -> fields(b) > fields(a) ? b : a);
    }
    return richest.values();
  }

  private static int fields(Recorded recorded) {
    int count = pointers(tree(recorded.data()), "").size();
    return count <= 60 ? count : 0;
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void fieldsOfLaterVersionsAreIgnored(Recorded recorded) {
    JsonNode extended = tree(recorded.data());
    extend(extended);
    assertThat(CODEC.decode(recorded.envelope().type(), extended.toString()))
        .isEqualTo(CODEC.decode(recorded));
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void aMissingFieldIsNamedUnlessItIsOptional(Recorded recorded) {
    String type = recorded.envelope().type();
    for (String pointer : pointers(tree(recorded.data()), "")) {
      JsonNode without = tree(recorded.data());
      parent(without, pointer).remove(field(pointer));
      if (LATER.matcher(type + pointer).matches()) {
        ObjectNode defaulted = parent(without, pointer);
        GatewayEvent event = CODEC.decode(type, without.toString());
        defaulted.set(field(pointer), tree(DEFAULTS.get(field(pointer))));
        assertThat(event).isEqualTo(CODEC.decode(type, without.toString()));
      } else if (OPTIONAL.matcher(type + pointer).matches()) {
        assertThat(CODEC.encode(CODEC.decode(type, without.toString())))
            .isEqualTo(without.toString());
      } else {
        assertThatThrownBy(() -> CODEC.decode(type, without.toString()))
            .isInstanceOf(UnknownEventException.class)
            .hasMessageStartingWith(
                "cannot read the data of an event of type %s: %s: is missing"
                    .formatted(type, pointer));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void nullIsAbsence(Recorded recorded) {
    String type = recorded.envelope().type();
    for (String pointer : pointers(tree(recorded.data()), "")) {
      JsonNode nulled = tree(recorded.data());
      parent(nulled, pointer).putNull(field(pointer));
      if (OPTIONAL.matcher(type + pointer).matches() || LATER.matcher(type + pointer).matches()) {
        JsonNode without = tree(recorded.data());
        parent(without, pointer).remove(field(pointer));
        assertThat(CODEC.decode(type, nulled.toString()))
            .isEqualTo(CODEC.decode(type, without.toString()));
      } else {
        assertThatThrownBy(() -> CODEC.decode(type, nulled.toString()))
            .isInstanceOf(UnknownEventException.class)
            .hasMessageStartingWith(
                "cannot read the data of an event of type %s: %s: is null"
                    .formatted(type, pointer));
      }
    }
  }

  @Test
  void anUnknownTypeIsNamed() {
    assertThatThrownBy(() -> CODEC.decode("upstream.painted.v1", "{}"))
        .isInstanceOf(UnknownEventException.class)
        .hasMessage("this version of Weir knows no event type upstream.painted.v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "null; it is null",
        "~~; No content to map due to end-of-input",
        "[]; Cannot deserialize value of type",
        "\"\"; Cannot coerce empty String",
        "7; Cannot construct instance",
        "{; Unexpected end-of-input",
        "{\"id\":\"vpc-4n5bfklc\"} x; Unrecognized token 'x'",
        "{\"id\":\"vpc-4n5bfklc\"}{}; Trailing token",
        "{\"id\":7}; /id: Cannot construct instance",
        "{\"id\":\"vpc-1\"}; /id: must be vpc- followed by 8 characters of a-z 0-9"
      })
  void dataThatIsNoEventIsRefusedWithItsFault(String data, String message) {
    assertThatThrownBy(() -> CODEC.decode("vpc.deleted.v1", data))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageStartingWith(
            "cannot read the data of an event of type vpc.deleted.v1: " + message);
  }

  @Test
  void aFaultDeepInsideIsNamedByItsPointer() {
    String data =
        "{\"id\":\"upstream-4n5bfklc\",\"nodes\":["
            + "{\"address\":\"a\",\"port\":1,\"weight\":1},"
            + "{\"address\":\"b\",\"port\":0,\"weight\":1}]}";
    assertThatThrownBy(() -> CODEC.decode("upstream.nodes-changed.v1", data))
        .hasMessage(
            "cannot read the data of an event of type upstream.nodes-changed.v1:"
                + " /nodes/1/port: must be 1 to 65535");
  }

  static void extend(JsonNode node) {
    node.forEach(EventCodecTest::extend);
    if (node instanceof ObjectNode object) {
      object.put("addedLater", true).putObject("addedLaterToo").put("x", 1);
    }
  }

  private static List<String> pointers(JsonNode node, String at) {
    List<String> pointers = new ArrayList<>();
    for (var field : node.properties()) {
      pointers.add(at + "/" + field.getKey());
      pointers.addAll(pointers(field.getValue(), at + "/" + field.getKey()));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers.addAll(pointers(node.get(i), at + "/" + i));
    }
    return pointers;
  }

  private static ObjectNode parent(JsonNode root, String pointer) {
    return (ObjectNode) root.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private static String field(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
