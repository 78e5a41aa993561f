package io.weir.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Something else in one place of a document: what a hand may have done to it. */
record Mutation(JsonPointer place, JsonNode value) {
  /** Right somewhere, wrong elsewhere; and nothing at all. */
  static final List<JsonNode> VALUES =
      Stream.concat(
              Stream.of(
                      "null true false 0 1 -1 100 101 254 255 900 901 65535 65536 1000000 1000001",
                      "1800000 1800001 2147483648 -2147483649 123456789012345678901234567890 0.5"
                          + " 1e99",
                      "[] [1] ['a'] [null] [429] [429,429] [500] ['10.0.0.1:80']"
                          + " ['release','live']",
                      "{} {'x':1} {'address':'a','port':1} {'environment':'test'} {'path':'/'}",
                      "'' 'x' '§' 'a-b' 'a.b' '/' '/x' '=/x' '/{a}' '=/{a}' '/{a}/{a}' '/a/../b'",
                      "'/%61' '/%2E/a' '/a?b' 'http://a' 'a:80' 'a:0' 'a:080' 'a:65536' '[::1]:80'",
                      "'fd00::1:80' '[10.0.0.1]:80' '[::1]' '10.0.0.1' '10.0.0.256' '::1' '.a'",
                      "'HTTP' 'HTTPS' 'http' 'HTTP_2' 'GET' 'ANY' 'release' 'live' '200' '200-299'",
                      "'200-100' '600' 'vpc-00000000' 'api-0000000' 'api-00000000' 'edge'")
                  .flatMap(line -> Stream.of(line.split(" ")))
                  .map(Mutation::json),
              Stream.of(
                  text("GET /x"),
                  text("ANY  /x "),
                  text("FETCH /x"),
                  text("GET /x y"),
                  text("GET /%61"),
                  text("HEAD /x/.."),
                  text("x\n"),
                  text("\u0007"),
                  text("a".repeat(51)),
                  text("/" + "a".repeat(511)),
                  text("/" + "a".repeat(512)),
                  text("=/" + "a".repeat(512)),
                  text("x".repeat(500)),
                  text("x".repeat(501)),
                  MissingNode.getInstance()))
          .toList();

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode text(String text) {
    return Json.MAPPER.valueToTree(text);
  }

  /** All of the type that is there, and one of each other type. */
  static List<JsonNode> valuesFor(JsonNode present) {
    Set<JsonNodeType> others = EnumSet.complementOf(EnumSet.of(present.getNodeType()));
    return VALUES.stream()
        .filter(
            one -> one.getNodeType() == present.getNodeType() || others.remove(one.getNodeType()))
        .toList();
  }

  /** Every place in a document but the whole, and in every object one of a field it lacks. */
  static List<JsonPointer> places(JsonNode document) {
    List<JsonPointer> places = new ArrayList<>();
    collect(document, JsonPointer.empty(), places);
    return places;
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    node.properties()
        .forEach(
            field -> {
              places.add(at.appendProperty(field.getKey()));
              collect(field.getValue(), at.appendProperty(field.getKey()), places);
            });
    if (node.isObject()) {
      places.add(at.appendProperty("other"));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(at.appendIndex(i));
      collect(node.get(i), at.appendIndex(i), places);
    }
  }

  /** Any value at any place. */
  static Mutation random(Random random, JsonNode document) {
    List<JsonPointer> places = places(document);
    return new Mutation(
        places.get(random.nextInt(places.size())), VALUES.get(random.nextInt(VALUES.size())));
  }

  /** The document with this in it. */
  <T extends JsonNode> T of(T document) {
    T changed = document.deepCopy();
    JsonNode parent = changed.at(place.head());
    String key = place.last().getMatchingProperty();
    switch (parent) {
      case ObjectNode object when value.isMissingNode() -> object.remove(key);
      case ObjectNode object -> object.set(key, value);
      case ArrayNode array when value.isMissingNode() -> array.remove(Integer.parseInt(key));
      case ArrayNode array -> array.set(Integer.parseInt(key), value);
      default -> throw new IllegalStateException("nothing can be put into " + parent);
    }
    return changed;
  }
}
