package io.weir.contracts.content;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One field of a body, read but not yet demanded. What it hands out may be called once {@link
 * Fields#build} has found the whole object right.
 */
public final class Field<T> {
  /** What the body says about a field. */
  private enum State {
    PRESENT,
    ABSENT,
    NULL,
    WRONG
  }

  private final Violations violations;
  private final String pointer;
  private final State state;
  private final @Nullable T value;

  private Field(Violations violations, String pointer, State state, @Nullable T value) {
    this.violations = violations;
    this.pointer = pointer;
    this.state = state;
    this.value = value;
  }

  static <T> Field<T> present(Violations violations, String pointer, T value) {
    return new Field<>(violations, pointer, State.PRESENT, value);
  }

  static <T> Field<T> absent(Violations violations, String pointer) {
    return new Field<>(violations, pointer, State.ABSENT, null);
  }

  static <T> Field<T> ofNull(Violations violations, String pointer) {
    return new Field<>(violations, pointer, State.NULL, null);
  }

  static <T> Field<T> wrong(Violations violations, String pointer) {
    return new Field<>(violations, pointer, State.WRONG, null);
  }

  /** The value, whose absence is a violation. */
  public Supplier<T> required() {
    if (state == State.ABSENT) {
      violations.field(pointer, "is required");
    } else if (state == State.NULL) {
      violations.field(pointer, "is required and must not be null");
    }
    return this::valueOrFail;
  }

  /** The value, or {@code otherwise} if it is absent or null. */
  public Supplier<T> or(T otherwise) {
    return state == State.ABSENT || state == State.NULL ? () -> otherwise : this::valueOrFail;
  }

  /** The value, or null if it is absent or null. */
  public Supplier<@Nullable T> orNull() {
    return state == State.ABSENT || state == State.NULL ? () -> null : this::valueOrFail;
  }

  private T valueOrFail() {
    if (value == null) {
      throw new IllegalStateException(pointer + " was used before its object was found right");
    }
    return value;
  }
}
