package io.weir.contracts.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.value.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads one JSON object field by field, collecting every violation instead of stopping at the
 * first. The constructors of the value types decide what is valid; their {@link
 * InvalidValueException} becomes a violation with the field's pointer. Fields that nobody asks for
 * are violations too. Not thread-safe.
 */
public final class Fields {
  private final ObjectNode object;
  private final String pointer;
  private final Violations violations;
  private final int before;
  private final Set<String> known = new HashSet<>();

  Fields(ObjectNode object, String pointer, Violations violations) {
    this.object = object;
    this.pointer = pointer;
    this.violations = violations;
    this.before = violations.count();
  }

  /** Stops reading an object that has violations; the violations themselves are in the list. */
  private static final class WrongObject extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final WrongObject INSTANCE = new WrongObject();

    private WrongObject() {
      super(null, null, false, false);
    }
  }

  /** A string field. */
  public <T> Field<T> text(String name, Function<String, T> type) {
    return field(name, "a string", JsonNode::isTextual, node -> type.apply(node.textValue()));
  }

  /**
   * An integer field; beyond the range of int the nearest int stands in, so that {@code type} names
   * the limits.
   */
  public <T> Field<T> integer(String name, IntFunction<T> type) {
    return field(name, "an integer", JsonNode::isIntegralNumber, node -> type.apply(nearest(node)));
  }

  /** A field that is true or false. */
  public Field<Boolean> bool(String name) {
    return field(name, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
  }

  /** A field that holds an array of integers, together made into {@code whole}. */
  public <R> Field<R> integers(String name, Function<List<Integer>, R> whole) {
    return field(name, "an array", JsonNode::isArray, node -> whole.apply(integers(name, node)));
  }

  private List<Integer> integers(String name, JsonNode array) {
    List<Integer> integers = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).isIntegralNumber()) {
        integers.add(nearest(array.get(i)));
      } else {
        violations.field(pointerTo(name) + "/" + i, "must be an integer");
      }
    }
    if (integers.size() < array.size()) {
      throw WrongObject.INSTANCE;
    }
    return integers;
  }

  /** A field that holds an array of strings, together made into {@code whole}. */
  public <R> Field<R> texts(String name, Function<List<String>, R> whole) {
    return field(name, "an array", JsonNode::isArray, node -> whole.apply(texts(name, node)));
  }

  private List<String> texts(String name, JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).isTextual()) {
        texts.add(array.get(i).textValue());
      } else {
        violations.field(pointerTo(name) + "/" + i, "must be a string");
      }
    }
    if (texts.size() < array.size()) {
      throw WrongObject.INSTANCE;
    }
    return texts;
  }

  /** A field that holds the name of one of an enum's constants. */
  public <E extends Enum<E>> Field<E> choice(String name, Class<E> type) {
    E[] constants = type.getEnumConstants();
    return field(
        name,
        oneOf(constants),
        JsonNode::isTextual,
        node -> {
          for (E constant : constants) {
            if (constant.name().equals(node.textValue())) {
              return constant;
            }
          }
          throw new InvalidValueException("must be " + oneOf(constants));
        });
  }

  /** A field that holds an object. */
  public <T> Field<T> object(String name, Function<Fields, T> reader) {
    return field(
        name,
        "an object",
        JsonNode::isObject,
        node -> reader.apply(new Fields((ObjectNode) node, pointerTo(name), violations)));
  }

  /**
   * A field that holds an array of objects, each read by {@code reader}, together made into {@code
   * whole}.
   */
  public <T, R> Field<R> list(String name, Function<Fields, T> reader, Function<List<T>, R> whole) {
    return field(
        name,
        "an array",
        JsonNode::isArray,
        node -> {
          List<T> elements = elements(node, pointerTo(name), reader);
          if (elements.size() < node.size()) {
            throw WrongObject.INSTANCE;
          }
          return whole.apply(elements);
        });
  }

  private <T> List<T> elements(JsonNode array, String path, Function<Fields, T> reader) {
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String place = path + "/" + i;
      if (array.get(i) instanceof ObjectNode element) {
        try {
          elements.add(reader.apply(new Fields(element, place, violations)));
        } catch (WrongObject e) {
          // its violations are listed; the others may have some too
        }
      } else {
        violations.field(place, "must be an object");
      }
    }
    return elements;
  }

  /**
   * Accepts fields that answers carry and requests cannot change, so that what was read can be sent
   * back.
   */
  public Fields readOnly(String... names) {
    known.addAll(List.of(names));
    return this;
  }

  /** Accepts a field that repeats what the path says; any other value is a violation. */
  public Fields same(String name, String value) {
    known.add(name);
    JsonNode node = object.get(name);
    if (node != null && !(node.isTextual() && node.textValue().equals(value))) {
      violations.field(pointerTo(name), "must be " + value + ", as in the path");
    }
    return this;
  }

  /**
   * The object, made of its fields if they and nothing else are there and right.
   *
   * @param made is called only then; its {@link InvalidValueException} is a violation of this
   *     object
   */
  public <T> T build(Supplier<T> made) {
    return build("", made);
  }

  /**
   * Like {@link #build(Supplier)}, with what {@code made} finds wrong reported at a pointer inside
   * this object.
   */
  public <T> T build(String inside, Supplier<T> made) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                violations.field(pointerTo(name), "is not a field of this object");
              }
            });
    if (violations.count() == before) {
      try {
        return made.get();
      } catch (InvalidValueException e) {
        violations.field(pointer + inside, Violations.reason(e));
      }
    }
    throw WrongObject.INSTANCE;
  }

  /**
   * Reads a whole object.
   *
   * @throws InvalidContentException with every violation
   */
  public static <T> T read(ObjectNode body, Function<Fields, T> reader) {
    Violations violations = new Violations();
    try {
      return reader.apply(new Fields(body, "", violations));
    } catch (WrongObject e) {
      violations.end();
      throw new IllegalStateException("an object is wrong, but nothing is wrong with it", e);
    }
  }

  private <T> Field<T> field(
      String name, String kind, Predicate<JsonNode> ofKind, Function<JsonNode, T> type) {
    known.add(name);
    String place = pointerTo(name);
    JsonNode node = object.get(name);
    if (node == null) {
      return Field.absent(violations, place);
    }
    if (node.isNull()) {
      return Field.ofNull(violations, place);
    }
    if (!ofKind.test(node)) {
      violations.field(place, "must be " + kind);
      return Field.wrong(violations, place);
    }
    try {
      return Field.present(violations, place, type.apply(node));
    } catch (InvalidValueException e) {
      violations.field(place, Violations.reason(e));
    } catch (WrongObject e) {
      // its violations are listed
    }
    return Field.wrong(violations, place);
  }

  private String pointerTo(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static int nearest(JsonNode number) {
    if (number.canConvertToInt()) {
      return number.intValue();
    }
    return number.bigIntegerValue().signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
  }

  private static String oneOf(Enum<?>[] constants) {
    List<String> names = Arrays.stream(constants).map(Enum::name).toList();
    if (names.size() == 1) {
      return names.getFirst();
    }
    return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", "))
        + " or "
        + names.getLast();
  }
}
