package io.weir.contracts.diff;

import java.util.List;

/**
 * How one object differs between two configurations.
 *
 * @param stream the object, such as {@code upstream/upstream-4n5bfklc}
 * @param changes in its content, at least one
 */
public record ObjectDifference(String stream, Change change, List<Difference> changes) {
  /** What became of it. */
  public enum Change {
    CREATED,
    CHANGED,
    DELETED
  }

  public ObjectDifference {
    changes = List.copyOf(changes);
  }
}
