package io.weir.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.weir.contracts.content.Violations;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.InvalidValueException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind by their names in a YAML text. What is wrong is told to the text; an id
 * that is valid then stands in, so that the rest can be read.
 */
final class Names<I extends Id> {
  private static final int ID_LENGTH = 8;
  private static final int DIGITS = 36;
  private static final int SHOWN = 20;

  private final String kind;
  private final String prefix;
  private final Function<String, I> id;
  private final Map<String, I> ids = new LinkedHashMap<>();
  private final Set<I> taken = new HashSet<>();

  /**
   * No objects yet.
   *
   * @param kind what to call one
   * @param prefix of their ids
   */
  Names(String kind, String prefix, Function<String, I> id) {
    this.kind = kind;
    this.prefix = prefix;
    this.id = id;
  }

  /**
   * Makes a name known.
   *
   * @param path what the id is derived from if none is written, so that the same text always gives
   *     the same ids
   */
  I declare(String name, String path, Part object) {
    Part given = object.get("id");
    I made = given.isNothing() ? derived(path) : given(given, path);
    if (!taken.add(made)) {
      (given.isNothing() ? object : given)
          .violates("has the id of another " + kind + ", " + made.value());
    }
    ids.put(name, made);
    return made;
  }

  private I given(Part written, String path) {
    try {
      if (written.json().isTextual()) {
        return id.apply(written.json().textValue());
      }
      written.violates("must be a string");
    } catch (InvalidValueException e) {
      written.violates(Violations.reason(e));
    }
    return derived(path);
  }

  private I derived(String path) {
    long number = ByteBuffer.wrap(Hash.of(prefix + path).bytes()).getLong();
    StringBuilder text = new StringBuilder(prefix);
    for (int i = 0; i < ID_LENGTH; i++) {
      text.append(Character.forDigit((int) Long.remainderUnsigned(number, DIGITS), DIGITS));
      number = Long.divideUnsigned(number, DIGITS);
    }
    return id.apply(text.toString());
  }

  /** The id of what a part names, as JSON; the part's own JSON if that is no name. */
  JsonNode resolve(Part reference) {
    I found = find(reference);
    return found == null ? reference.json() : new TextNode(found.value());
  }

  /** The object that a part names, or null if that is no name. */
  @Nullable I find(Part reference) {
    String name = reference.name();
    if (name == null) {
      return null;
    }
    I found = ids.get(name);
    if (found == null) {
      reference.violates("names no %s: there is %s".formatted(kind, known()));
      return derived(name);
    }
    return found;
  }

  private String known() {
    int more = ids.size() - SHOWN;
    return ids.isEmpty()
        ? "none"
        : ids.keySet().stream().limit(SHOWN).collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more" : "");
  }
}
