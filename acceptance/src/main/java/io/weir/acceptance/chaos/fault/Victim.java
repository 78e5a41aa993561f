package io.weir.acceptance.chaos.fault;

import java.time.Duration;

/** A running Weir, as faults see it. What is done to a part that is down already does nothing. */
public interface Victim {
  /** Ends a part at once (SIGKILL). */
  void kill(Target target);

  /** Asks a part to end and waits until it has. */
  void stop(Target target);

  /** Starts a part that was ended; a service may not be ready yet when this returns. */
  void start(Target target);

  /** Stops a part where it is (SIGSTOP). */
  void freeze(Target target);

  /** Lets it go on (SIGCONT). */
  void thaw(Target target);

  /** Resets all connections and refuses new ones. */
  void cut(Wire wire);

  /** Swallows everything and answers nothing. */
  void silence(Wire wire);

  /** Passes everything on after a while. */
  void slow(Wire wire, Duration delay);

  /** Makes a wire work again. */
  void mend(Wire wire);

  /** Deletes the topic that the ledger is copied to, if Kafka can be reached. */
  void deleteTopic();

  /** Ends the relay's session in PostgreSQL, if there is one. */
  void endRelaySession();

  /**
   * Alters the files that a gateway node would start from; it must be down.
   *
   * @param all every one, or the newest alone
   */
  void corruptSnapshots(Target gateway, boolean all);

  /**
   * Fills the disk that a store's data is on.
   *
   * @param log whether what PostgreSQL has put by for its log is used up, too
   */
  void fillDisk(Target store, boolean log);

  /** Makes room again; the store is started if it has ended, and serves when this returns. */
  void freeDisk(Target store);

  /** Sets the wall clock of a process so many seconds before or behind the right time. */
  void setClock(Target target, int seconds);

  /** Who copies the ledger to Kafka now; any that could if nobody does. */
  Target relay();
}
