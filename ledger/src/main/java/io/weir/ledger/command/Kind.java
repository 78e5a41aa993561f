package io.weir.ledger.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.Fields;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Revision;
import io.weir.contracts.value.InvalidValueException;
import io.weir.ledger.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One kind of object of the configuration: where it stands in the image, how its content is read,
 * which events it is made of, which rules it obeys and what answers tell of it. Everything in it is
 * pure. {@link KindBuilder} makes one.
 *
 * @param <K> what names one object, by its {@code toString}
 * @param <T> the object as it is in the image
 * @param <C> its content: all that a caller decides about it; the shared mapper writes it as the
 *     kind reads it
 */
public final class Kind<K, T, C> {
  private final KindBuilder<K, T, C> parts;
  private final Function<String, K> key;
  private final Function<Fields, Supplier<K>> newKey;
  private final Function<Fields, C> reader;
  private final BiFunction<K, C, GatewayEvent> created;
  private final Changes<K, T, C> changes;
  private final Function<K, GatewayEvent> deleted;

  Kind(
      KindBuilder<K, T, C> parts,
      Function<String, K> key,
      Function<Fields, Supplier<K>> newKey,
      Function<Fields, C> reader,
      BiFunction<K, C, GatewayEvent> created,
      Changes<K, T, C> changes,
      Function<K, GatewayEvent> deleted) {
    this.parts = parts;
    this.key = key;
    this.newKey = newKey;
    this.reader = reader;
    this.created = created;
    this.changes = changes;
    this.deleted = deleted;
  }

  /** Starts to describe the kind that commands call {@code noun}, such as {@code vpc}. */
  public static <K, T, C> KindBuilder<K, T, C> of(
      String noun,
      Function<GatewayImage, ? extends Map<K, T>> all,
      Function<T, C> content,
      Function<T, Revision> revision) {
    return of(noun, (image, key) -> all.apply(image).get(key), content, revision);
  }

  /**
   * The same, of objects that do not stand in a map of their own; {@code find} gives one or null.
   */
  public static <K, T, C> KindBuilder<K, T, C> of(
      String noun,
      BiFunction<GatewayImage, K, @Nullable T> find,
      Function<T, C> content,
      Function<T, Revision> revision) {
    return new KindBuilder<>(noun, find, content, revision);
  }

  /** What may stand against an object with this content; {@code current} is null for a new one. */
  @FunctionalInterface
  public interface Rule<K, T, C> {
    Optional<Refusal> broken(GatewayImage image, K key, C content, @Nullable T current);
  }

  /** What may stand against the end of an object. */
  @FunctionalInterface
  public interface Use<K, T> {
    Optional<Refusal> holds(GatewayImage image, K key, T current);
  }

  /** The events that lead from what an object is to other content; none if nothing changes. */
  @FunctionalInterface
  public interface Changes<K, T, C> {
    List<? extends GatewayEvent> between(K key, T current, C content);
  }

  /** The word in the names of commands, such as {@code vpc} in {@code create-vpc}. */
  public String noun() {
    return parts.noun;
  }

  /**
   * The name of an object from its text.
   *
   * @throws InvalidValueException if no object of this kind can have that name
   */
  public K key(String text) {
    return key.apply(text);
  }

  /** The object, or null. */
  public @Nullable T find(GatewayImage image, K key) {
    return absentOwner(image).isPresent() ? null : parts.find.apply(image, key);
  }

  /** Why there can be no object of this kind, such as that their service is missing. */
  public Optional<Refusal> absentOwner(GatewayImage image) {
    return parts.owner == null ? Optional.empty() : parts.owner.absent(image);
  }

  /** Why {@link #find} found nothing. */
  public Refusal absent(GatewayImage image, K key) {
    return absentOwner(image).orElseGet(() -> Reasons.absent(key.toString()));
  }

  /** The version of an object that exists. */
  public long version(T object) {
    return parts.revision.apply(object).version();
  }

  /** What callers decided about the object, as they would write it. */
  public ObjectNode content(T object) {
    return Json.MAPPER.valueToTree(parts.content.apply(object));
  }

  /** Reads the name of a new object, which the caller chooses for some kinds, and its content. */
  public Create<K, T, C> create(Fields fields) {
    Supplier<K> named = newKey.apply(fields);
    C content = reader.apply(fields);
    return new Create<>(this, named.get(), content);
  }

  /**
   * Creates an object as one was that is gone: with its name if callers give it, else with a new
   * one, as no id is given twice.
   */
  public Create<K, T, C> again(K key, T gone) {
    K named =
        parts.isNamedByCaller ? key : Fields.read(Json.MAPPER.createObjectNode(), newKey).get();
    return new Create<>(this, named, parts.content.apply(gone));
  }

  /** Reads the content of an object that exists: as it was answered, with a caller's changes. */
  C read(K key, Fields fields) {
    fields.same(parts.keyField, key.toString()).readOnly("version", "position", "changedAt");
    if (parts.owner != null) {
      fields.same(parts.owner.field(), parts.owner.id());
      fields.readOnly(parts.owner.nameField());
    }
    parts.shown.keySet().forEach(fields::readOnly);
    return reader.apply(fields.readOnly(Warning.FIELD));
  }

  /** Everything that stands against an object with this content. */
  List<Refusal> broken(GatewayImage image, K key, C content, @Nullable T current) {
    return parts.rules.stream()
        .flatMap(rule -> rule.broken(image, key, content, current).stream())
        .toList();
  }

  /** Everything that stands against the end of the object. */
  List<Refusal> inUse(GatewayImage image, K key, T current) {
    return parts.uses.stream().flatMap(use -> use.holds(image, key, current).stream()).toList();
  }

  GatewayEvent created(K key, C content) {
    return created.apply(key, content);
  }

  List<? extends GatewayEvent> changed(K key, T current, C content) {
    return changes.between(key, current, content);
  }

  GatewayEvent deleted(K key) {
    return deleted.apply(key);
  }

  /** Whether the object's version tells of everything that {@link #view} shows. */
  public boolean versionTellsAll() {
    return parts.shown.isEmpty() && parts.warnings.isEmpty();
  }

  /** The object as clients see it. */
  public ObjectNode view(GatewayImage image, K key, T object) {
    ObjectNode view = Json.MAPPER.createObjectNode().put(parts.keyField, key.toString());
    if (parts.owner != null) {
      view.put(parts.owner.field(), parts.owner.id());
    }
    view.setAll(content(object));
    Revision revision = parts.revision.apply(object);
    view.put("version", revision.version())
        .put("position", revision.position())
        .put("changedAt", revision.at().toString());
    parts.shown.forEach(
        (name, value) -> {
          Object told = value.apply(image, object);
          if (told != null) {
            view.set(name, Json.MAPPER.valueToTree(told));
          }
        });
    for (var warnings : parts.warnings) {
      warnings.apply(image, object).forEach(warning -> warning.addTo(view));
    }
    return view;
  }
}
