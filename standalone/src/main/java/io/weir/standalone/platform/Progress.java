package io.weir.standalone.platform;

import io.weir.standalone.process.Board;
import io.weir.standalone.process.Status;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Shows a start: a line per component, redrawn in place on a terminal, printed once ready
 * elsewhere.
 */
public final class Progress {

  private static final String UP_ONE_LINE = "\u001b[1A";
  private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";
  private static final String GREEN = "\u001b[32m";
  private static final String DIM = "\u001b[2m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private static final Duration TICK = Duration.ofMillis(200);

  private final PrintStream out;
  private final boolean terminal;
  private final Instant began = Instant.now();
  private final Set<String> shown = new HashSet<>();
  private Board latest = new Board(List.of());
  private boolean ticking;
  private boolean ended;
  private int drawn;

  /**
   * @param terminal whether lines can be redrawn
   */
  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows the state of things now; nothing more once the start has ended either way. */
  public synchronized void show(Board board) {
    if (ended) {
      return;
    }
    if (board.statuses().stream().anyMatch(Progress::isLeaving)) {
      ended = true;
      return;
    }
    latest = board;
    if (terminal) {
      redraw(board);
      keepSecondsMoving();
    } else {
      printNews(board);
    }
    ended = board.allReady();
  }

  private static boolean isLeaving(Status status) {
    return status.state() == Status.State.STOPPING || status.state() == Status.State.STOPPED;
  }

  private void keepSecondsMoving() {
    if (ticking) {
      return;
    }
    ticking = true;
    Thread.ofVirtual()
        .start(
            () -> {
              while (tick()) {
                LockSupport.parkNanos(TICK.toNanos());
              }
            });
  }

  private synchronized boolean tick() {
    if (!ended) {
      redraw(latest);
    }
    return !ended;
  }

  private void printNews(Board board) {
    for (Status status : board.statuses()) {
      boolean news = status.state() == Status.State.READY || status.state() == Status.State.FAILED;
      if (news && shown.add(status.component())) {
        out.printf(
            Locale.ROOT,
            "  %-18s %-7s %5.1f s%n",
            status.component(),
            word(status.state()),
            seconds(status.since()));
      }
    }
  }

  private void redraw(Board board) {
    StringBuilder screen = new StringBuilder(UP_ONE_LINE.repeat(drawn));
    List<Status> statuses = new ArrayList<>(board.statuses());
    for (Status status : statuses) {
      boolean settled =
          status.state() == Status.State.READY || status.state() == Status.State.FAILED;
      screen.append(
          String.format(
              Locale.ROOT,
              "  %s%-18s %-8s%s %s%s%n",
              colour(status.state()),
              status.component(),
              word(status.state()),
              PLAIN,
              status.state() == Status.State.WAITING
                  ? ""
                  : String.format(
                      Locale.ROOT, "%5.1f s", seconds(settled ? status.since() : Instant.now())),
              CLEAR_TO_END_OF_LINE));
    }
    drawn = statuses.size();
    out.print(screen);
    out.flush();
  }

  private double seconds(Instant when) {
    return Math.max(0, Duration.between(began, when).toMillis()) / 1e3;
  }

  private static String colour(Status.State state) {
    return switch (state) {
      case READY -> GREEN;
      case FAILED -> RED;
      case WAITING, STOPPED -> DIM;
      case STARTING, RESTARTING, STOPPING -> PLAIN;
    };
  }

  private static String word(Status.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
