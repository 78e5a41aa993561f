package io.weir.standalone.platform;

import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.PortCheck;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Component;
import io.weir.standalone.process.Processes;
import io.weir.standalone.process.State;
import io.weir.standalone.process.Supervisor;
import io.weir.stores.ProcessIdentity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs one Weir for as long as this process lives.
 *
 * @param console told what happens between a good start and the stop
 */
public record Launcher(Home home, Ports ports, List<Component> components, PrintStream console) {

  static final String NAME = "launcher";

  /** Services without an image of a long ledger fold it first: minutes for a million events. */
  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  /**
   * Brings everything up, calls {@code onReady}, and then keeps it up until the process is asked to
   * end, which takes everything down in order.
   *
   * @param watcher told every change of any component
   */
  public void run(Consumer<State> watcher, Runnable onReady)
      throws IOException, InterruptedException {
    home.create();
    // at most one per home; the kernel lets the lock go however this process ends
    try (FileChannel lock =
        FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (lock.tryLock() == null) {
        throw new ComplaintException(
            "Weir is already up here, or is just starting or stopping: ./weir status");
      }
      String self = ProcessIdentity.of(ProcessHandle.current()).text();
      lock.truncate(0).write(StandardCharsets.UTF_8.encode(self));
      // what an earlier launcher left behind when it was killed
      Processes.stop(
          Processes.running(home), line -> tell("left behind by an earlier run: " + line));
      Files.deleteIfExists(home.state());
      Files.deleteIfExists(home.demoState());
      try {
        supervise(watcher, onReady);
      } catch (ComplaintException e) {
        List<State.ComponentState> last = State.read(home.state()).components();
        new State(ProcessHandle.current().pid(), ports, e.complaint(), last).write(home.state());
        throw e;
      } finally {
        lock.truncate(0);
      }
    }
  }

  private void supervise(Consumer<State> watcher, Runnable onReady)
      throws ComplaintException, InterruptedException {
    List<String> complaints = PortCheck.complaints(ports);
    if (!complaints.isEmpty()) {
      throw new ComplaintException(String.join("\n", complaints));
    }
    Supervisor supervisor =
        new Supervisor(home, ports, components, START_LIMIT, this::tell, watcher);
    AtomicBoolean stopped = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(supervisor, stopped), "orderly-stop"));
    try {
      supervisor.start();
    } catch (ComplaintException e) {
      stop(supervisor, stopped);
      throw e;
    }
    note("everything is ready");
    onReady.run();
    Thread.currentThread().join();
  }

  private void stop(Supervisor supervisor, AtomicBoolean stopped) {
    if (stopped.getAndSet(true)) {
      return;
    }
    try {
      tell("stopping");
      supervisor.stop();
      tell("everything is stopped");
    } catch (IOException e) {
      tell("the stop failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String line) {
    note(line);
    console.println(CLOCK.format(LocalTime.now()) + " " + line);
  }

  private void note(String line) {
    try {
      Files.writeString(
          home.log(NAME),
          OffsetDateTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      // no reason to stop supervising
      console.println("the log cannot be written: " + e);
    }
  }
}
