package io.weir.dataplane.forward;

/** Where one line per request goes. Called by all event loops; must not block. */
public interface AccessLog extends AutoCloseable {
  /** Records a finished exchange. */
  void record(Exchange exchange);

  /** Writes what is still held and stops. */
  @Override
  void close();

  /** Keeps nothing. */
  AccessLog OFF =
      new AccessLog() {
        @Override
        public void record(Exchange exchange) {}

        @Override
        public void close() {}
      };
}
