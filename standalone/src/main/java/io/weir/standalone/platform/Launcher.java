package io.weir.standalone.platform;

import io.weir.standalone.home.Home;
import io.weir.standalone.home.PortCheck;
import io.weir.standalone.home.Ports;
import io.weir.standalone.postgres.Postmaster;
import io.weir.standalone.process.AtomicFile;
import io.weir.standalone.process.Board;
import io.weir.standalone.process.Component;
import io.weir.standalone.process.Leftovers;
import io.weir.standalone.process.Stage;
import io.weir.standalone.process.StartFailedException;
import io.weir.standalone.process.Stopper;
import io.weir.standalone.process.Supervisor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs one Weir for as long as this process lives. */
public final class Launcher {

  private final Home home;
  private final Ports ports;
  private final List<Component> components;
  private final Journal journal;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * @param console told what happens between a good start and the stop
   */
  public Launcher(Home home, Ports ports, List<Component> components, PrintStream console) {
    this.home = home;
    this.ports = ports;
    this.components = components;
    this.journal = new Journal(home.log(Journal.NAME), console);
  }

  /**
   * Brings everything up, calls {@code onReady}, and then keeps it up until the process is asked to
   * end, which takes everything down in order.
   *
   * @param watcher told every change of any component
   */
  public void run(Consumer<Board> watcher, Runnable onReady)
      throws CannotStartException, IOException, InterruptedException {
    home.create();
    Optional<LauncherLock> lock = LauncherLock.take(home.lock());
    if (lock.isEmpty()) {
      throw new CannotStartException(
          "Weir is already up here, or is just starting or stopping: ./weir status");
    }
    try (LauncherLock held = lock.get()) {
      Files.deleteIfExists(home.failure());
      Files.deleteIfExists(home.board());
      stopLeftovers();
      supervise(watcher, onReady);
    } catch (CannotStartException e) {
      AtomicFile.write(home.failure(), e.reason());
      throw e;
    }
  }

  private void supervise(Consumer<Board> watcher, Runnable onReady)
      throws CannotStartException, IOException, InterruptedException {
    List<String> complaints = PortCheck.complaints(ports);
    if (!complaints.isEmpty()) {
      throw new CannotStartException(String.join("\n", complaints));
    }
    ports.store(home.ports());
    Supervisor supervisor = new Supervisor(home, components, journal, watcher);
    Thread orderlyStop = new Thread(() -> stop(supervisor), "orderly-stop");
    Runtime.getRuntime().addShutdownHook(orderlyStop);
    try {
      supervisor.start();
    } catch (StartFailedException e) {
      stop(supervisor);
      throw new CannotStartException(e.explanation());
    }
    journal.note("everything is ready");
    onReady.run();
    Thread.currentThread().join();
  }

  private void stop(Supervisor supervisor) {
    if (stopped.getAndSet(true)) {
      return;
    }
    try {
      journal.accept("stopping");
      supervisor.stop();
      Files.deleteIfExists(home.ports());
      journal.accept("everything is stopped");
    } catch (IOException e) {
      journal.accept("the stop failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what an earlier launcher left behind when it was killed. */
  private void stopLeftovers() throws IOException, InterruptedException {
    new Leftovers(home.run())
        .stop(line -> journal.accept("left behind by an earlier run: " + line));
    Optional<ProcessHandle> server = Postmaster.of(home.data(Platform.POSTGRES));
    if (server.isPresent()) {
      Stopper.stop(server.get(), Stage.TRUTH);
      journal.accept("stopped the PostgreSQL server that an earlier run left behind");
    }
  }
}
