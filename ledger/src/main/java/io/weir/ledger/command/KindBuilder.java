package io.weir.ledger.command;

import io.weir.contracts.content.Fields;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Revision;
import io.weir.contracts.value.Name;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes a {@link Kind}, ending with its events. Not thread-safe. */
public final class KindBuilder<K, T, C> {
  final String noun;
  final BiFunction<GatewayImage, K, @Nullable T> find;
  final Function<T, C> content;
  final Function<T, Revision> revision;
  final List<Kind.Rule<K, T, C>> rules = new ArrayList<>();
  final List<Kind.Use<K, T>> uses = new ArrayList<>();
  final Map<String, BiFunction<GatewayImage, T, @Nullable Object>> shown = new LinkedHashMap<>();
  final List<BiFunction<GatewayImage, T, List<Warning>>> warnings = new ArrayList<>();
  String keyField = "id";
  boolean isNamedByCaller;
  @Nullable Owner owner;

  KindBuilder(
      String noun,
      BiFunction<GatewayImage, K, @Nullable T> find,
      Function<T, C> content,
      Function<T, Revision> revision) {
    this.noun = noun;
    this.find = find;
    this.content = content;
    this.revision = revision;
  }

  /** What the objects belong to, and by which field they say so. */
  record Owner(String field, String id, Predicate<GatewayImage> exists) {
    /** How lists of the objects of many owners tell whose one is. */
    String nameField() {
      return field.replaceFirst("Id$", "Name");
    }

    Optional<Refusal> absent(GatewayImage image) {
      return exists.test(image) ? Optional.empty() : Optional.of(Reasons.absent(id));
    }
  }

  /** All of them belong to one other object, whose absence is theirs. */
  public KindBuilder<K, T, C> within(String field, Object id, Predicate<GatewayImage> exists) {
    owner = new Owner(field, id.toString(), exists);
    return this;
  }

  /** A rule of this kind alone. */
  public KindBuilder<K, T, C> rule(Kind.Rule<K, T, C> rule) {
    rules.add(rule);
    return this;
  }

  /**
   * A name belongs to one object of this kind; some may have none.
   *
   * @param holder who has a name, or null; found without looking at all
   */
  public KindBuilder<K, T, C> uniqueName(
      Function<C, @Nullable Name> name, BiFunction<GatewayImage, Name, @Nullable K> holder) {
    return rule(
        (image, key, wanted, current) -> {
          Name own = name.apply(wanted);
          K other = own == null ? null : holder.apply(image, own);
          return own == null || other == null || other.equals(key)
              ? Optional.empty()
              : Optional.of(Rules.nameTaken(own, other));
        });
  }

  /** What content refers to exists; it may refer to nothing. */
  public <R> KindBuilder<K, T, C> refersTo(
      String pointer,
      RefusalCode code,
      Function<C, @Nullable R> reference,
      Function<GatewayImage, ? extends Map<R, ?>> among) {
    return rule(
        (image, key, wanted, current) -> {
          R id = reference.apply(wanted);
          return id == null || among.apply(image).containsKey(id)
              ? Optional.empty()
              : Optional.of(Refusal.at(pointer, code, "there is no " + id, id.toString()));
        });
  }

  /**
   * A part of the content that is decided once.
   *
   * @param why completes the sentence "must stay ...: "
   */
  public KindBuilder<K, T, C> stays(String pointer, Function<C, ?> part, String why) {
    return rule(
        (image, key, wanted, current) ->
            current == null || part.apply(content.apply(current)).equals(part.apply(wanted))
                ? Optional.empty()
                : Optional.of(
                    Refusal.at(
                        pointer,
                        RefusalCode.VALIDATION_FAILED,
                        "must stay " + part.apply(content.apply(current)) + ": " + why)));
  }

  /** What keeps an object from being deleted. */
  public KindBuilder<K, T, C> heldBy(Kind.Use<K, T> use) {
    uses.add(use);
    return this;
  }

  /**
   * An object that others use stays.
   *
   * @param verb between the object and the ids of its users, such as {@code is used by}
   */
  public KindBuilder<K, T, C> heldBy(String verb, BiFunction<GatewayImage, T, List<String>> users) {
    return heldBy(
        (image, key, current) -> {
          List<String> ids = users.apply(image, current);
          return Rules.unused(key.toString(), verb, ids, ids);
        });
  }

  /** A field that answers tell besides the content, left out where it is null. */
  public KindBuilder<K, T, C> shows(
      String field, BiFunction<GatewayImage, T, @Nullable Object> value) {
    shown.put(field, value);
    return this;
  }

  /** What answers warn of as long as it holds: accepted, but not going to work. */
  public KindBuilder<K, T, C> warns(BiFunction<GatewayImage, T, List<Warning>> found) {
    warnings.add(found);
    return this;
  }

  /** Objects get an id from the server. */
  public Named named(Function<String, K> key, Supplier<K> random) {
    return new Named(key, fields -> random);
  }

  /** The caller names the object, in this field of the content of a new one. */
  public Named namedByCaller(String field, Function<String, K> key) {
    keyField = field;
    isNamedByCaller = true;
    return new Named(key, fields -> fields.text(field, key).required());
  }

  /** A kind whose objects can be named; what is left is how content is read and recorded. */
  public final class Named {
    private final Function<String, K> key;
    private final Function<Fields, Supplier<K>> newKey;

    private Named(Function<String, K> key, Function<Fields, Supplier<K>> newKey) {
      this.key = key;
      this.newKey = newKey;
    }

    /** The kind; other content is one event. */
    public Kind<K, T, C> made(
        Function<Fields, C> reader,
        BiFunction<K, C, GatewayEvent> created,
        BiFunction<K, C, GatewayEvent> changed,
        Function<K, GatewayEvent> deleted) {
      return made(
          reader,
          created,
          (id, current, wanted) ->
              wanted.equals(content.apply(current))
                  ? List.of()
                  : List.of(changed.apply(id, wanted)),
          deleted);
    }

    /** The kind; the events between two contents are told apart by {@code changes}. */
    public Kind<K, T, C> made(
        Function<Fields, C> reader,
        BiFunction<K, C, GatewayEvent> created,
        Kind.Changes<K, T, C> changes,
        Function<K, GatewayEvent> deleted) {
      return new Kind<>(KindBuilder.this, key, newKey, reader, created, changes, deleted);
    }
  }
}
