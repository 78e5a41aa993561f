package io.weir.standalone.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.PortCheck;
import io.weir.standalone.platform.Programs;
import io.weir.standalone.process.Component.Stage;
import io.weir.standalone.process.Processes;
import io.weir.standalone.process.State;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Three small HTTP servers, each a process of its own that outlives the tour. */
public final class Backends {

  static final String NAME_HEADER = "Backend";

  static final String HOST = "127.0.0.1";

  /** The weights of the first, the second and the third. */
  static final List<Integer> WEIGHTS = List.of(5, 3, 1);

  private static final int FIRST_PORT = 7001;
  private static final int LAST_PORT = 7999;
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final Home home;
  private final List<ComponentState> running = new ArrayList<>();

  Backends(Home home) {
    this.home = home;
  }

  /** Is one: answers every request with its own name until the process ends. */
  public static void serve(String name, int port) throws IOException, InterruptedException {
    // Without it every answer on a kept connection waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Headers headers = Headers.of("Content-Type", "text/plain; charset=utf-8", NAME_HEADER, name);
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            0,
            "/",
            HttpHandlers.of(200, headers, "hello from " + name + "\n"));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    Thread.currentThread().join();
  }

  /** Starts all three, in the place of those of an earlier tour. */
  List<ComponentState> start() throws IOException, InterruptedException {
    Processes.stop(State.read(home.demoState()).components(), line -> {});
    int[] free =
        IntStream.rangeClosed(FIRST_PORT, LAST_PORT)
            .filter(port -> PortCheck.isFree(HOST, port))
            .limit(WEIGHTS.size())
            .toArray();
    if (free.length < WEIGHTS.size()) {
      throw new ComplaintException(
          "no free port for the back ends from %d to %d".formatted(FIRST_PORT, LAST_PORT));
    }
    for (int i = 0; i < free.length; i++) {
      spawn("backend-" + (i + 1), free[i]);
    }
    for (ComponentState backend : running) {
      awaitServing(backend);
    }
    return List.copyOf(running);
  }

  /** Starts one again that was stopped. */
  void startAgain(ComponentState backend) throws IOException, InterruptedException {
    running.remove(backend);
    awaitServing(spawn(backend.name(), backend.port()));
  }

  void stopAll() throws InterruptedException {
    Processes.stop(running, line -> {});
  }

  private ComponentState spawn(String name, int port) throws IOException {
    List<String> arguments = List.of("backend", "--name=" + name, "--listen=" + port);
    Process process =
        Processes.start(new ProcessBuilder(Programs.self("-Xmx32m", arguments)), home.log(name));
    ComponentState backend = ComponentState.running(name, Stage.BACKEND, port, process.toHandle());
    running.add(backend);
    new State(0, null, null, running).write(home.demoState());
    return backend;
  }

  private void awaitServing(ComponentState backend)
      throws InterruptedException, ComplaintException {
    Wait.until(
        START_LIMIT, () -> backend.running().isEmpty() || !PortCheck.isFree(HOST, backend.port()));
    if (backend.running().isEmpty() || PortCheck.isFree(HOST, backend.port())) {
      throw new ComplaintException(
          backend.name() + " did not start; see " + home.log(backend.name()));
    }
  }
}
