package io.weir.control.audit.stream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reads of all streams, few at a time and in the order in which they were asked for: one event
 * wakes everybody, and whoever knocks at the door needs the same connections. Thread-safe.
 */
@ApplicationScoped
class PageReads {
  static final int AT_ONCE = 4;

  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private int running;

  /** Reads when it is its turn, and goes on where the caller was. */
  <T> Uni<T> inTurn(Supplier<Uni<T>> read) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context caller = Vertx.currentContext();
              CompletableFuture<Void> turn = come();
              Uni<Void> come = Uni.createFrom().completionStage(turn.copy());
              Uni<Void> here =
                  caller == null ? come : come.emitOn(task -> caller.runOnContext(_ -> task.run()));
              return here.chain(_ -> read.get()).onTermination().invoke(() -> leave(turn));
            });
  }

  private synchronized CompletableFuture<Void> come() {
    var turn = new CompletableFuture<Void>();
    if (running < AT_ONCE) {
      running++;
      turn.complete(null);
    } else {
      waiting.add(turn);
    }
    return turn;
  }

  private void leave(CompletableFuture<Void> turn) {
    CompletableFuture<Void> next = next(turn);
    if (next != null) {
      next.complete(null);
    }
  }

  private synchronized @Nullable CompletableFuture<Void> next(CompletableFuture<Void> turn) {
    if (waiting.remove(turn)) {
      // it left before it came
      return null;
    }
    CompletableFuture<Void> next = waiting.poll();
    if (next == null) {
      running--;
    }
    return next;
  }
}
