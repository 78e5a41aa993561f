package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that was counted, and can be added up.
 *
 * @param <T> itself
 */
interface Tally<T extends Tally<T>> {
  /** By which the largest are found; counting makes it only larger. */
  long size();

  /** One of the kind in which nothing is counted. */
  T none();

  /** Adds what another one counted. */
  void add(T other);

  /** Writes its members. */
  void write(ObjectNode into);
}
