package io.weir.control.upstream;

/** What live replicas find of an upstream's node, taken together. */
public enum Health {
  /** Nobody looks: the upstream has no check enabled. */
  OFF,
  /** No live replica has found anything yet. */
  NO_DATA,
  /** At least one of them finds it unfit and gives it no requests. */
  UNHEALTHY,
  /** All that have found anything find it fit. */
  HEALTHY
}
