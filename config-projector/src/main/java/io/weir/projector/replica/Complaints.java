package io.weir.projector.replica;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Says what is wrong with reports: once, and again only after the replica has said something right
 * or wrong in another way. Thread-safe.
 */
final class Complaints {
  private static final int MOST = 1_000;
  private static final int LONGEST_NAME = 100;

  private final Consumer<String> log;
  private final Map<String, String> said = new LinkedHashMap<>();

  Complaints(Consumer<String> log) {
    this.log = log;
  }

  /** Says it, unless that was said last. */
  synchronized void about(String replica, String what) {
    String name = printable(replica);
    if (what.equals(said.put(name, what))) {
      return;
    }
    if (said.size() > MOST) {
      said.remove(said.keySet().iterator().next());
    }
    log.accept("A report of replica %s is left out: %s".formatted(name, what));
  }

  /** The replica has said something right. */
  synchronized void none(String replica) {
    said.remove(printable(replica));
  }

  private static String printable(String replica) {
    String name =
        replica.length() <= LONGEST_NAME ? replica : replica.substring(0, LONGEST_NAME) + "...";
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}
