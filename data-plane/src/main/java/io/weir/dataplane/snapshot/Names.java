package io.weir.dataplane.snapshot;

import io.weir.contracts.log.Hash;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Name;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The objects of one kind by their names in a YAML text. */
final class Names<I extends Id> {
  private static final int ID_LENGTH = 8;
  private static final int DIGITS = 36;

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
   * @param given the id that was written, or null to derive one from the path, so that the same
   *     text always gives the same ids
   * @return the id, or null after a complaint
   */
  @Nullable I declare(String name, String path, YamlValue at, @Nullable YamlValue given) {
    Name checked = null;
    try {
      checked = new Name(name);
    } catch (InvalidValueException e) {
      at.violates("as a name " + e.getMessage());
    }
    I made = id(path, given);
    if (checked == null || made == null) {
      return null;
    }
    if (!taken.add(made)) {
      (given == null ? at : given).violates("has the id of another " + kind + ", " + made);
      return null;
    }
    ids.put(name, made);
    return made;
  }

  private @Nullable I id(String path, @Nullable YamlValue given) {
    String text = given == null ? derived(path) : given.text();
    try {
      return text == null ? null : id.apply(text);
    } catch (InvalidValueException e) {
      if (given != null) {
        given.violates(String.valueOf(e.getMessage()));
      }
      return null;
    }
  }

  private String derived(String path) {
    long number = ByteBuffer.wrap(Hash.of(prefix + path).bytes()).getLong();
    StringBuilder text = new StringBuilder(prefix);
    for (int i = 0; i < ID_LENGTH; i++) {
      text.append(Character.forDigit((int) Long.remainderUnsigned(number, DIGITS), DIGITS));
      number = Long.divideUnsigned(number, DIGITS);
    }
    return text.toString();
  }

  /** The object that a value names, or null after a complaint. */
  @Nullable I resolve(YamlValue reference) {
    String name = reference.text();
    if (name == null) {
      return null;
    }
    I found = ids.get(name);
    if (found == null) {
      reference.violates(
          "names no %s: there is %s"
              .formatted(kind, ids.isEmpty() ? "none" : String.join(", ", ids.keySet())));
    }
    return found;
  }
}
