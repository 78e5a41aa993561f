package io.weir.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares a schema with its released form: within one version a schema may gain optional fields
 * and better words, nothing else, because events of both forms bear the same name.
 */
final class SchemaGrowth {
  private static final Set<String> WORDS = Set.of("description", "title", "$comment");
  private static final Set<String> MAY_GAIN = Set.of("properties", "$defs");

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
      if (!released.equals(now)) {
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
