package io.weir.standalone.process;

import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.State.ComponentState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Brings components up in the order they need each other, keeps them up, and takes them down. */
public final class Supervisor {

  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Home home;
  private final Ports ports;
  private final Consumer<String> journal;
  private final Consumer<State> watcher;
  private final Map<String, Keeper> keepers = new LinkedHashMap<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> failed = new CompletableFuture<>();

  /**
   * @param startLimit how long a component may take to become ready
   * @param journal told in words what happens after the start
   * @param watcher told every change of any component
   */
  public Supervisor(
      Home home,
      Ports ports,
      List<Component> components,
      Duration startLimit,
      Consumer<String> journal,
      Consumer<State> watcher) {
    this.home = home;
    this.ports = ports;
    this.journal = journal;
    this.watcher = watcher;
    for (Component component : components) {
      keepers.put(
          component.name(), new Keeper(component, home, startLimit, journal, this::publish));
    }
  }

  /**
   * Returns when every component is ready; on a failure what was started is still running.
   *
   * @throws InterruptedException also when it was stopped before that
   */
  public void start() throws ComplaintException, InterruptedException {
    publish();
    for (Keeper keeper : keepers.values()) {
      keeper
          .firstReady()
          .whenComplete(
              (ready, failure) -> {
                if (failure != null) {
                  failed.completeExceptionally(failure);
                }
              });
      readinessOf(keeper.component().after())
          .thenRun(() -> threads.add(Thread.ofVirtual().start(keeper::keep)));
    }
    try {
      CompletableFuture.anyOf(readinessOf(keepers.keySet()), failed).get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case ComplaintException complaint -> throw complaint;
        case InterruptedException stopped -> throw stopped;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Stops everything stage by stage, also what others started here; safe to call at any time. */
  public void stop() throws InterruptedException, IOException {
    failed.completeExceptionally(new InterruptedException("stopped while starting"));
    keepers.values().forEach(Keeper::noMoreStarts);
    List<ComponentState> all = new ArrayList<>(state().components());
    all.addAll(State.read(home.demoState()).components());
    Processes.stop(all, journal);
    // the last states are written, unless something is still being prepared
    for (Thread thread : threads) {
      thread.join(LAST_WORDS);
    }
  }

  public State state() {
    return new State(
        ProcessHandle.current().pid(),
        ports,
        null,
        keepers.values().stream().map(Keeper::state).toList());
  }

  private CompletableFuture<Void> readinessOf(Collection<String> names) {
    return CompletableFuture.allOf(
        names.stream()
            .map(name -> Objects.requireNonNull(keepers.get(name), name).firstReady())
            .toArray(CompletableFuture<?>[]::new));
  }

  private synchronized void publish() {
    State state = state();
    try {
      state.write(home.state());
    } catch (IOException e) {
      // no reason to stop supervising: ./weir status shows an old state
      journal.accept("the state cannot be written: " + e);
    }
    watcher.accept(state);
  }
}
