package io.weir.dataplane.snapshot;

/**
 * One thing that is wrong with a YAML text.
 *
 * @param line where it stands, from 1
 * @param column where it stands, from 1
 * @param place the keys that lead there, such as {@code upstreams.pets.nodes[0].port}, or empty
 */
public record Violation(int line, int column, String place, String problem) {
  @Override
  public String toString() {
    return "%d:%d: %s%s".formatted(line, column, place.isEmpty() ? "" : place + " ", problem);
  }
}
