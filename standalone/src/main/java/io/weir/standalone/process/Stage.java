package io.weir.standalone.process;

import java.time.Duration;

/** When a process is stopped and how: in this order, so that nothing loses what it stands on. */
public enum Stage {
  DATA_PLANE("TERM", Duration.ofSeconds(25)),
  BACKEND("TERM", Duration.ofSeconds(5)),
  SERVICE("TERM", Duration.ofSeconds(15)),
  LOG("TERM", Duration.ofSeconds(20)),
  /** SIGINT is PostgreSQL's "fast" shutdown: it does not wait for clients to go. */
  TRUTH("INT", Duration.ofSeconds(20));

  private final String signal;
  private final Duration grace;

  Stage(String signal, Duration grace) {
    this.signal = signal;
    this.grace = grace;
  }

  /** The signal that asks for an orderly end, without its SIG. */
  public String signal() {
    return signal;
  }

  /** How long an orderly end may take before the process is killed. */
  public Duration grace() {
    return grace;
  }
}
