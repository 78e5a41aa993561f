package io.weir.testing;

/**
 * A server that a test can take away and bring back: the address and the data survive {@link #stop}
 * followed by {@link #start}, so that a client sees an outage and nothing else. Both are
 * idempotent.
 */
public sealed interface Server extends AutoCloseable permits Postgres, Kafka {

  /** Stops the server in an orderly way and returns when it no longer accepts connections. */
  void stop();

  /** Starts the stopped server again and returns when it serves. */
  void start();

  /** Whether the server is meant to be up, that is started last rather than stopped. */
  boolean running();

  /** Stops the server for good and removes its data. */
  @Override
  void close();
}
