package io.weir.testing;

/** Whether a committed write of the embedded PostgreSQL survives the loss of the machine. */
public enum Durability {
  /** Nothing is flushed: the fastest, and right for tests. */
  FAST,
  /** fsync and synchronous commit, as in an installation: right for measurements. */
  DURABLE
}
