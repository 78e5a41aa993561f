package io.weir.standalone.process;

import java.time.Instant;

/**
 * Where a component is in its life.
 *
 * @param pid 0 when there is no process
 * @param since when the state began
 * @param restarts how often it was started again after it had been ready
 */
public record Status(
    String component, State state, long pid, int port, Instant since, int restarts) {

  /** The life of a component. */
  public enum State {
    /** Something it needs is not ready. */
    WAITING,
    STARTING,
    READY,
    /** It ended unasked and will be started again. */
    RESTARTING,
    FAILED,
    STOPPING,
    STOPPED
  }

  Status in(State next, long nextPid, Instant at) {
    return new Status(component, next, nextPid, port, at, restarts);
  }

  Status restarting(Instant at) {
    return new Status(component, State.RESTARTING, 0, port, at, restarts + 1);
  }
}
