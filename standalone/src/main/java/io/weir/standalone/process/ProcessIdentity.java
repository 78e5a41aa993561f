package io.weir.standalone.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process, told apart from a later one that was given the same pid by the instant it started. */
public record ProcessIdentity(long pid, Instant started) {

  // The kernel counts from boot, and the computed instant of the boot moves with clock corrections.
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  public static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(
        process.pid(), process.info().startInstant().orElseGet(Instant::now));
  }

  /** The process, if it is this very one and still runs. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(Liveness::runs).filter(this::isSame);
  }

  private boolean isSame(ProcessHandle candidate) {
    return candidate
        .info()
        .startInstant()
        .map(start -> Duration.between(started, start).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
