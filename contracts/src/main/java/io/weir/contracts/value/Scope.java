package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;

/**
 * What of the configuration may be changed: what these VPCs, dedicated instances and services are
 * and hold. No ids are no limit.
 *
 * @param ids up to {@link #MAX}, none twice; kept in order
 */
public record Scope(@JsonValue List<String> ids) {
  /** The most ids that one names. */
  public static final int MAX = 100;

  /** Everything. */
  public static final Scope ALL = new Scope(List.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Scope {
    if (ids.size() > MAX) {
      throw new InvalidValueException("must have at most " + MAX + " ids");
    }
    for (String id : ids) {
      check(id);
    }
    if (new HashSet<>(ids).size() < ids.size()) {
      throw new InvalidValueException("must not name an id twice");
    }
    ids = ids.stream().sorted().toList();
  }

  private static void check(String id) {
    for (String prefix : List.of("vpc-", "instance-", "service-")) {
      if (id.startsWith(prefix)) {
        Id.check(prefix, id);
        return;
      }
    }
    throw new InvalidValueException("must hold ids of VPCs, instances and services");
  }

  /** Whether it sets no limit. */
  public boolean isAll() {
    return ids.isEmpty();
  }

  /** Whether it names an object. */
  public boolean names(Id id) {
    return ids.contains(id.value());
  }
}
