package io.weir.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares a schema with its released form: within one version a schema may gain optional fields
 * and better words, and its limits may widen, nothing else, because events of both forms bear the
 * same name. What widens leaves the meaning of every event as it was, and older readers stop at
 * what is beyond their limits as they stop at a new version.
 */
final class SchemaGrowth {
  private static final Set<String> WORDS = Set.of("description", "title", "$comment");
  private static final Set<String> MAY_GAIN = Set.of("properties", "$defs");
  private static final Set<String> MAY_GROW = Set.of("maximum", "maxLength", "maxItems");
  private static final Set<String> MAY_FALL = Set.of("minimum", "minLength", "minItems");

  private final List<String> found = new ArrayList<>();

  private SchemaGrowth() {}

  /** What the schema changed but must not; empty is right. */
  static List<String> faults(JsonNode released, JsonNode now) {
    SchemaGrowth growth = new SchemaGrowth();
    growth.compare(released, now, "");
    return growth.found;
  }

  private void compare(JsonNode released, JsonNode now, String at) {
    if (!released.isObject() || !now.isObject()) {
      if (!released.equals(now) && !wider(released, now, at.substring(at.lastIndexOf('/') + 1))) {
        found.add(at + " was " + released + " and is " + now);
      }
      return;
    }
    for (var keyword : released.properties()) {
      if (MAY_GAIN.contains(keyword.getKey())) {
        members(keyword.getValue(), now.path(keyword.getKey()), at + "/" + keyword.getKey());
      } else if (!WORDS.contains(keyword.getKey())) {
        compareMember(keyword.getKey(), keyword.getValue(), now, at);
      }
    }
    for (var keyword : now.properties()) {
      String name = keyword.getKey();
      if (!released.has(name) && !WORDS.contains(name) && !MAY_GAIN.contains(name)) {
        found.add(at + "/" + name + " is new");
      }
    }
  }

  private static boolean wider(JsonNode released, JsonNode now, String keyword) {
    if (released.isNumber() && now.isNumber()) {
      int order = now.decimalValue().compareTo(released.decimalValue());
      return (order > 0 && MAY_GROW.contains(keyword)) || (order < 0 && MAY_FALL.contains(keyword));
    }
    return keyword.equals("enum") && words(now).containsAll(words(released));
  }

  private static Set<JsonNode> words(JsonNode list) {
    Set<JsonNode> words = new HashSet<>();
    list.forEach(words::add);
    return words;
  }

  /** Fields and definitions by name: all must still be there, and more may be. */
  private void members(JsonNode released, JsonNode now, String at) {
    for (var member : released.properties()) {
      compareMember(member.getKey(), member.getValue(), now, at);
    }
  }

  private void compareMember(String name, JsonNode released, JsonNode now, String at) {
    if (now.has(name)) {
      compare(released, now.path(name), at + "/" + name);
    } else {
      found.add(at + "/" + name + " is gone");
    }
  }
}
