package io.weir.contracts.value;

/** The whole numbers a field can have, both ends included. */
public record Range(int least, int most) {
  /**
   * The number itself.
   *
   * @throws InvalidValueException unless it is in the range
   */
  public int check(int value) {
    if (!holds(value)) {
      throw new InvalidValueException("must be " + this);
    }
    return value;
  }

  /** Speaks of one field where the whole object is to blame. */
  void check(String field, int value) {
    if (!holds(value)) {
      throw new InvalidValueException("must have " + field + " from " + this);
    }
  }

  private boolean holds(int value) {
    return value >= least && value <= most;
  }

  @Override
  public String toString() {
    return least + " to " + most;
  }
}
