package io.weir.dataplane.telemetry;

import io.weir.dataplane.exchange.Failure;
import io.weir.dataplane.exchange.Finished;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The first finished requests of each second, as lines of the access log: up to {@value #MOST}
 * ordinary ones, as many that are not, and as many that somebody sent to try something. For a
 * request that finds no room, this costs an event loop the reading of one number. Thread-safe.
 */
final class RequestSample {
  /** How many of a sort are kept between two takings. */
  static final int MOST = 20;

  /** What ids of requests begin with that are sent to try something. */
  static final String TRY = "try-";

  private static final int SERVER_ERROR = 500;

  private final Sort tries = new Sort();
  private final Sort unusual = new Sort();
  private final Sort usual = new Sort();

  /** Room for requests of one sort, for whoever takes it first. */
  static final class Sort {
    private final AtomicInteger taken = new AtomicInteger();
    private final Queue<byte[]> lines = new ConcurrentLinkedQueue<>();

    private boolean take() {
      return taken.get() < MOST && taken.getAndIncrement() < MOST;
    }

    /** Keeps a line that room was taken for. */
    void keep(byte[] line) {
      lines.add(line);
    }

    /** Moves lines to a list as long as they fit; gives what room is left. */
    private int drainTo(List<byte[]> all, int room) {
      taken.set(0);
      int left = room;
      for (int i = 0; i < MOST; i++) {
        byte[] line = lines.poll();
        if (line == null) {
          break;
        }
        if (line.length < left) {
          // and a comma
          left -= line.length + 1;
          all.add(line);
        }
      }
      return left;
    }
  }

  /** Where the line of a request is kept, or null if it is not; room is taken for it. */
  @Nullable Sort room(Finished request) {
    Sort sort = sort(request);
    return sort.take() ? sort : null;
  }

  private Sort sort(Finished request) {
    if (request.requestId().startsWith(TRY)) {
      return tries;
    }
    Failure failure = request.failure();
    return failure != null || request.status() >= SERVER_ERROR || request.retries() > 0
        ? unusual
        : usual;
  }

  /**
   * What was kept since this was called last, those that tell most first; from now on there is room
   * again. Of what is longer together, some is lost.
   *
   * @param bytes how long all of them may be
   */
  List<byte[]> take(int bytes) {
    List<byte[]> all = new ArrayList<>();
    int left = tries.drainTo(all, bytes);
    left = unusual.drainTo(all, left);
    usual.drainTo(all, left);
    return all;
  }
}
