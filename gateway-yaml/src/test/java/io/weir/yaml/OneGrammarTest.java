package io.weir.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.ApiContent;
import io.weir.contracts.content.DomainContent;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.HealthCheckerContent;
import io.weir.contracts.content.InstanceContent;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.NetworkContent;
import io.weir.contracts.content.ServiceContent;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.content.VpcContent;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.value.ServiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a body means, and what is wrong with it, does not depend on how it is written. */
class OneGrammarTest {
  /** A body and what reads it. */
  private record Sent(String type, ObjectNode body, Function<Fields, ?> reader) {
    /** What is made of it, or every violation. */
    Object read(JsonNode json) {
      try {
        return Fields.read((ObjectNode) json, reader);
      } catch (InvalidContentException e) {
        return e.violations();
      }
    }
  }

  /** The bodies that could have been sent to make a random history. */
  private static List<Sent> bodies(long seed) {
    List<Sent> bodies = new ArrayList<>();
    RandomHistory.of(seed, 60)
        .forEach(one -> bodies.addAll(bodies(one.envelope().type(), tree(one.data()))));
    return bodies;
  }

  private static List<Sent> bodies(String type, JsonNode event) {
    JsonNode settings = event.path("settings");
    return switch (type.substring(0, type.indexOf(".v"))) {
      case "vpc.created" -> List.of(new Sent(type, (ObjectNode) settings, VpcContent::read));
      case "cloud-connect-network.created" ->
          List.of(new Sent(type, (ObjectNode) settings, NetworkContent::read));
      case "instance.created" ->
          List.of(new Sent(type, (ObjectNode) settings, InstanceContent::read));
      case "service.created" ->
          List.of(new Sent(type, (ObjectNode) settings, ServiceContent::read));
      case "api.created" ->
          List.of(new Sent(type, (ObjectNode) event.path("definition"), ApiContent::read));
      case "upstream.created" -> {
        List<Sent> all = new ArrayList<>();
        if (settings.path("healthChecker") instanceof ObjectNode checker) {
          all.add(new Sent("health checker", checker.deepCopy(), HealthCheckerContent::read));
        }
        ObjectNode body = settings.deepCopy();
        body.set("nodes", event.path("nodes"));
        all.add(new Sent(type, body, UpstreamContent::read));
        yield all;
      }
      case "domain.bound" -> {
        ObjectNode body = settings.deepCopy();
        ServiceId service = new ServiceId(body.remove("serviceId").asText());
        body.set("domain", event.path("domain"));
        yield List.of(new Sent(type, body, fields -> DomainContent.read(service, fields)));
      }
      default -> List.of();
    };
  }

  private static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 40)
  void jsonAndYamlOfTheSameContentAreTheSame(@ForAll long seed) throws InvalidYamlException {
    Random random = new Random(seed);
    for (Sent sent : bodies(seed)) {
      ObjectNode body = sent.body;
      for (int wrong = random.nextInt(3); wrong > 0; wrong--) {
        body = Mutation.random(random, body).of(body);
      }
      String yaml = YamlText.of(body, random);
      assertThat(sent.read(YamlDocument.read(yaml).whole().json()))
          .as("%s as%n%s", sent.type, yaml)
          .isEqualTo(sent.read(tree(body.toString())));
    }
  }

  @Test
  void everyKindOfObjectIsAmongThem() {
    Set<String> types = new TreeSet<>();
    for (long seed = 0; seed < 40; seed++) {
      bodies(seed).forEach(sent -> types.add(sent.type));
    }
    assertThat(types).hasSize(8);
  }
}
