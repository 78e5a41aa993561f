package io.weir.standalone.demo;

import io.weir.standalone.home.Home;
import io.weir.standalone.home.PortCheck;
import io.weir.standalone.platform.JavaCommand;
import io.weir.standalone.process.Launch;
import io.weir.standalone.process.Leftovers;
import io.weir.standalone.process.PidFile;
import io.weir.standalone.process.ProcessIdentity;
import io.weir.standalone.process.Stage;
import io.weir.standalone.process.Stopper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Three small HTTP servers, each a process of its own that outlives the tour. */
final class Backends {

  /** One of them. */
  record Running(String name, int port, int weight, Process process) {}

  /** Where they listen. */
  static final String HOST = "127.0.0.1";

  private static final int FIRST_PORT = 7001;
  private static final int LAST_PORT = 7999;
  private static final List<Integer> WEIGHTS = List.of(5, 3, 1);
  private static final List<String> HEAP =
      List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final Home home;
  private final List<Running> running = new ArrayList<>();

  Backends(Home home) {
    this.home = home;
  }

  /** Starts all three, in the place of those of an earlier tour. */
  List<Running> start() throws IOException, InterruptedException, TourFailedException {
    stopEarlier();
    int port = FIRST_PORT;
    for (int i = 0; i < WEIGHTS.size(); i++) {
      while (!PortCheck.isFree(HOST, port)) {
        port++;
        if (port > LAST_PORT) {
          throw new TourFailedException(
              "no free port for the back ends from %d to %d".formatted(FIRST_PORT, LAST_PORT));
        }
      }
      running.add(spawn("backend-" + (i + 1), port, WEIGHTS.get(i)));
      port++;
    }
    for (Running backend : running) {
      awaitServing(backend);
    }
    return List.copyOf(running);
  }

  void stop(Running backend) throws IOException, InterruptedException {
    Stopper.stop(backend.process().toHandle(), Stage.BACKEND);
    Files.deleteIfExists(home.pidFile(backend.name()));
  }

  /** Starts one again that was stopped. */
  void startAgain(Running backend) throws IOException, InterruptedException, TourFailedException {
    Running again = spawn(backend.name(), backend.port(), backend.weight());
    running.replaceAll(one -> one.name().equals(again.name()) ? again : one);
    awaitServing(again);
  }

  void stopAll() throws IOException, InterruptedException {
    for (Running backend : running) {
      stop(backend);
    }
  }

  private Running spawn(String name, int port, int weight) throws IOException {
    List<String> arguments = List.of("backend", "--name=" + name, "--listen=" + port);
    Process process = new Launch(JavaCommand.self(HEAP, arguments), Map.of()).start(home.log(name));
    new PidFile(ProcessIdentity.of(process.toHandle()), Stage.BACKEND).write(home.pidFile(name));
    return new Running(name, port, weight, process);
  }

  private void awaitServing(Running backend) throws InterruptedException, TourFailedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!accepts(backend.port())) {
      if (!backend.process().isAlive() || System.nanoTime() > limit) {
        throw new TourFailedException(
            backend.name() + " did not start; see " + home.log(backend.name()));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(HOST, port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private void stopEarlier() throws IOException, InterruptedException {
    for (Leftovers.Leftover earlier : new Leftovers(home.run()).find()) {
      if (earlier.stage() == Stage.BACKEND) {
        Stopper.stop(earlier.process(), Stage.BACKEND);
        Files.deleteIfExists(earlier.file());
      }
    }
  }
}
