package io.weir.standalone.process;

import java.io.IOException;
import java.util.Set;

/**
 * A part of Weir that runs as a process of its own.
 *
 * @param port the one people ask for
 * @param after the components that must be ready before this one is started
 * @param program prepares what the process needs and says how to run it; asked before every start
 * @param health whether it can do its work; cheap, bounded in time, safe to ask again
 * @param remark likewise what it says of itself, for people
 */
public record Component(
    String name,
    Stage stage,
    int port,
    Set<String> after,
    Attempt<ProcessBuilder> program,
    Attempt<Boolean> health,
    Attempt<String> remark) {

  /** When a process is stopped: in this order, so that nothing loses what it stands on. */
  public enum Stage {
    DATA_PLANE,
    BACKEND,
    SERVICE,
    KAFKA,
    POSTGRES
  }

  /** Something that files, a network or another process may refuse. */
  @FunctionalInterface
  public interface Attempt<T> {
    T get() throws IOException, InterruptedException;
  }

  public Component {
    after = Set.copyOf(after);
  }

  public boolean isReady() throws InterruptedException {
    return orElse(health, false);
  }

  /** What it says of itself; empty when that is nothing or it cannot be reached. */
  public String says() throws InterruptedException {
    return orElse(remark, "");
  }

  private static <T> T orElse(Attempt<T> attempt, T unreachable) throws InterruptedException {
    try {
      return attempt.get();
    } catch (IOException e) {
      return unreachable;
    }
  }
}
