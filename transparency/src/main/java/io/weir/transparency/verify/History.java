package io.weir.transparency.verify;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The events of a ledger from the first on, wherever they are read from, with nothing proven of
 * them. One thread.
 */
public interface History extends Closeable {
  /**
   * What stands next.
   *
   * @param end of what was proven so far; null before the first event
   * @return the event, or null behind the last
   * @throws UnsoundException if what stands there is no event
   * @throws IOException if it cannot be read
   */
  @Nullable Recorded next(@Nullable Chain end) throws IOException, UnsoundException;

  /**
   * Compares where the events end with what else says so.
   *
   * @param end of what was proven; null if there was no event
   * @throws UnsoundException if it does not end there
   * @throws IOException if it cannot be read
   */
  void end(@Nullable Chain end) throws IOException, UnsoundException;

  /**
   * What the first event continues, if that is not the beginning of the ledger: a part of a ledger
   * is proven to be whole in itself, and no more.
   *
   * @return null for a whole ledger
   */
  default @Nullable Chain start() throws IOException, UnsoundException {
    return null;
  }

  /** Whether the last event must end its command. */
  default boolean endsWithACommand() {
    return true;
  }

  /** How many events there are about, for whoever waits; -1 if that is unknown. */
  long expected();
}
