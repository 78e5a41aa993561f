package io.weir.standalone.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the tour line by line and keeps count of what did not come out as promised. */
public final class Narrator {

  private final PrintStream out;
  private int step;
  private int failures;

  public Narrator(PrintStream out) {
    this.out = out;
  }

  void step(String title) {
    step++;
    out.printf("%n%2d  %s%n", step, title);
  }

  void say(String line) {
    out.println("    " + line);
  }

  /** One call and its answer. */
  void call(String what, Answer answer, String remark) {
    out.printf(
        Locale.ROOT,
        "    %-64s %3d  %-20s %5d ms%n",
        what,
        answer.status(),
        remark,
        answer.millis());
  }

  /** Something the tour promises, and whether it is so. */
  void check(boolean holds, String promise) {
    if (!holds) {
      failures++;
    }
    out.println((holds ? "    ok      " : "    FAILED  ") + promise);
  }

  /** How many promises were broken so far. */
  public int failures() {
    return failures;
  }
}
