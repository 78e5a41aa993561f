package io.weir.standalone.process;

import java.io.IOException;
import java.util.Set;

/**
 * A part of Weir that runs as a process of its own.
 *
 * @param port the one people ask for
 * @param after the components that must be ready before this one is started
 * @param program prepares what the process needs and says how to run it; asked before every start
 */
public record Component(
    String name, Stage stage, int port, Set<String> after, Program program, Health health) {

  /** When a process is stopped: in this order, so that nothing loses what it stands on. */
  public enum Stage {
    DATA_PLANE,
    BACKEND,
    SERVICE,
    KAFKA,
    POSTGRES
  }

  /** Made ready to run. */
  @FunctionalInterface
  public interface Program {
    ProcessBuilder prepare() throws IOException, InterruptedException;
  }

  /** Asks a component whether it can do its work; cheap, bounded in time, safe to ask again. */
  @FunctionalInterface
  public interface Health {
    /**
     * @throws IOException when it cannot be reached, which means the same as false
     */
    boolean answers() throws IOException;
  }

  public Component {
    after = Set.copyOf(after);
  }

  /** Whether it can do its work. */
  public boolean isReady() {
    try {
      return health.answers();
    } catch (IOException unreachable) {
      return false;
    }
  }
}
