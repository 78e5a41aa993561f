package io.weir.standalone.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * A part of Weir that runs as a process of its own.
 *
 * @param port the one people ask for
 * @param after the components that must be ready before this one is started
 * @param program prepares what the process needs and says how to run it; asked before every start
 * @param startLimit how long it may take to become ready
 */
public record Component(
    String name,
    Stage stage,
    int port,
    Set<String> after,
    Program program,
    Health health,
    Duration startLimit) {

  /** Made ready to run. */
  @FunctionalInterface
  public interface Program {
    Launch prepare() throws IOException, InterruptedException;
  }

  public Component {
    after = Set.copyOf(after);
  }
}
