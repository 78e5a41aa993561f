package io.weir.dataplane;

import sun.misc.Signal;

/** SIGHUP, by which operators ask a process to read its configuration again. */
final class Hangup {
  private Hangup() {}

  /**
   * Runs {@code action} whenever the signal is sent; does nothing where there is no such signal.
   */
  @SuppressWarnings("sunapi") // there is no other way to a signal
  static void whenSent(Runnable action) {
    try {
      Signal.handle(new Signal("HUP"), _ -> action.run());
    } catch (IllegalArgumentException e) {
      System.getLogger(Hangup.class.getName())
          .log(System.Logger.Level.DEBUG, "SIGHUP is not listened to: " + e.getMessage());
    }
  }
}
