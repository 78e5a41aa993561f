package io.weir.standalone.process;

import java.io.IOException;

/** Asks a component whether it can do its work; cheap, bounded in time, and safe to ask again. */
@FunctionalInterface
public interface Health {

  /**
   * @throws IOException when it cannot be reached, which means the same as false
   */
  boolean ready() throws IOException, InterruptedException;
}
