package io.weir.yaml;

import io.weir.contracts.content.Violation;

/**
 * One thing that is wrong with a YAML text.
 *
 * @param line where it stands, from 1
 * @param column where it stands, from 1
 * @param place the keys that lead there, such as {@code upstreams.pets.nodes[0].port}, or empty
 * @param violation what it is, with the pointer to the same place
 */
public record PlacedViolation(int line, int column, String place, Violation violation) {
  @Override
  public String toString() {
    return "%d:%d: %s%s"
        .formatted(line, column, place.isEmpty() ? "" : place + " ", violation.detail());
  }
}
