package io.weir.projector.store;

/**
 * One complete set of read tables, in a schema of its own.
 *
 * @param number 1.., also in the schema's name
 * @param layout names the shape of its tables
 */
public record Generation(int number, State state, String layout, Checkpoint checkpoint) {
  /** A generation's life. */
  public enum State {
    /** Being rebuilt beside the active one. */
    BUILDING,
    /** The one that {@code read} shows and the intake writes; there is never more than one. */
    ACTIVE,
    /** Replaced, tables still there. */
    RETIRED,
    /** Replaced, tables gone. */
    DROPPED,
    /** A rebuild that did not get to its end, tables gone or about to go. */
    FAILED,
    /** A rebuild that somebody called off, tables gone or about to go. */
    CANCELLED
  }

  /** The schema its tables live in. */
  public static String schema(int number) {
    return "read_g" + number;
  }

  /** The schema its tables live in. */
  public String schema() {
    return schema(number);
  }
}
