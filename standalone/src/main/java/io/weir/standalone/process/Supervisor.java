package io.weir.standalone.process;

import io.weir.standalone.home.Home;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings components up in the order they need each other, keeps them up, and takes them down. */
public final class Supervisor {

  private final Home home;
  private final Consumer<String> journal;
  private final List<Keeper> keepers;
  private final Map<String, Keeper> byName;
  private final Consumer<Board> watcher;

  /**
   * @param journal told in words what happens after the start
   * @param watcher told every change of any component
   */
  public Supervisor(
      Home home, List<Component> components, Consumer<String> journal, Consumer<Board> watcher) {
    this.home = home;
    this.journal = journal;
    this.watcher = watcher;
    this.keepers =
        components.stream()
            .map(component -> new Keeper(component, home, journal, this::publish))
            .toList();
    this.byName =
        keepers.stream()
            .collect(Collectors.toMap(keeper -> keeper.component().name(), Function.identity()));
  }

  /** Returns when every component is ready; on a failure what was started is still running. */
  public void start() throws StartFailedException, InterruptedException {
    publish();
    keepers.forEach(keeper -> Thread.ofVirtual().start(() -> keepInTurn(keeper)));
    CompletableFuture<Void> all = allOf(keepers.stream().map(Keeper::firstReady).toList());
    try {
      all.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StartFailedException failure) {
        throw failure;
      }
      if (e.getCause() instanceof CancellationException) {
        throw new InterruptedException("stopped while starting");
      }
      throw new IllegalStateException(e.getCause());
    } catch (CancellationException stopped) {
      throw new InterruptedException("stopped while starting");
    }
  }

  /** Stops everything stage by stage; safe to call at any time and more than once. */
  public void stop() throws InterruptedException, IOException {
    keepers.forEach(Keeper::noMoreStarts);
    for (Stage stage : Stage.values()) {
      Together.run(
          keepers.stream()
              .filter(keeper -> keeper.component().stage() == stage)
              .<Together.Task>map(keeper -> keeper::stop)
              .toList());
    }
    // What others started here, such as the demo's back ends.
    new Leftovers(home.run()).stop(journal);
    keepers.forEach(keeper -> keeper.firstReady().cancel(false));
  }

  public Board board() {
    return new Board(keepers.stream().map(Keeper::status).toList());
  }

  private void keepInTurn(Keeper keeper) {
    List<CompletableFuture<Void>> needed =
        keeper.component().after().stream().map(name -> keeperOf(name).firstReady()).toList();
    try {
      allOf(needed).join();
    } catch (CompletionException | CancellationException somethingElseFailed) {
      return;
    }
    keeper.keep();
  }

  private Keeper keeperOf(String name) {
    Keeper keeper = byName.get(name);
    if (keeper == null) {
      throw new IllegalArgumentException("no component is called " + name);
    }
    return keeper;
  }

  /** Like {@link CompletableFuture#allOf}, but fails with the first failure instead of the last. */
  private static CompletableFuture<Void> allOf(List<CompletableFuture<Void>> all) {
    CompletableFuture<Void> whole =
        CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
    for (CompletableFuture<Void> one : all) {
      one.exceptionally(
          failure -> {
            whole.completeExceptionally(failure);
            return null;
          });
    }
    return whole;
  }

  private synchronized void publish() {
    Board board = board();
    try {
      board.write(home.board());
    } catch (IOException e) {
      // no reason to stop supervising: ./weir status shows an old board
      journal.accept("the board cannot be written: " + e);
    }
    watcher.accept(board);
  }
}
