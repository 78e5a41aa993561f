package io.weir.standalone.demo;

import com.sun.net.httpserver.HttpServer;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.PortCheck;
import io.weir.standalone.platform.Programs;
import io.weir.standalone.process.Component.Stage;
import io.weir.standalone.process.Processes;
import io.weir.standalone.process.State;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.State.Phase;
import io.weir.stores.ProcessIdentity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Three small HTTP servers, each a process of its own that outlives the tour. */
public final class Backends {

  /** The response header that names the back end. */
  static final String NAME_HEADER = "Backend";

  /** Where they listen. */
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
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    byte[] answer = ("hello from " + name + "\n").getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
          exchange.getResponseHeaders().set(NAME_HEADER, name);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, answer.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    Thread.currentThread().join();
  }

  /** Starts all three, in the place of those of an earlier tour. */
  List<ComponentState> start() throws IOException, InterruptedException, ComplaintException {
    Processes.stop(State.read(home.demoState()).components(), line -> {});
    int port = FIRST_PORT;
    for (int i = 1; i <= WEIGHTS.size(); i++) {
      while (!PortCheck.isFree(HOST, port)) {
        if (port == LAST_PORT) {
          throw new ComplaintException(
              "no free port for the back ends from %d to %d".formatted(FIRST_PORT, LAST_PORT));
        }
        port++;
      }
      spawn("backend-" + i, port);
      port++;
    }
    for (ComponentState backend : running) {
      awaitServing(backend);
    }
    return List.copyOf(running);
  }

  /** Starts one again that was stopped. */
  void startAgain(ComponentState backend)
      throws IOException, InterruptedException, ComplaintException {
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
    ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
    ComponentState backend =
        new ComponentState(name, Stage.BACKEND, port, Phase.READY, identity, Instant.now(), 0);
    running.add(backend);
    new State(0, null, null, running).write(home.demoState());
    return backend;
  }

  private void awaitServing(ComponentState backend)
      throws InterruptedException, ComplaintException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (PortCheck.isFree(HOST, backend.port())) {
      if (backend.running().isEmpty() || System.nanoTime() > limit) {
        throw new ComplaintException(
            backend.name() + " did not start; see " + home.log(backend.name()));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
