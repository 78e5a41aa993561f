package io.weir.standalone;

import io.weir.standalone.demo.Tour;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.PortOptions;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Background;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir demo}. */
@Command(
    name = "demo",
    description = {
      "Starts everything unless it is up, builds an API behind a weighted upstream through REST,",
      "and calls it: before and after its networks are joined, and while a back end stops."
    })
final class DemoVerb implements Callable<Integer> {

  @Mixin private Where where = new Where();
  @Mixin private PortOptions portOptions = new PortOptions();

  @Option(
      names = "--exit",
      description = "Stop everything this started; the exit code is 1 when any step failed.")
  private boolean exit;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "900",
      description = "How many to send over the weighted upstream (default: ${DEFAULT-VALUE}).")
  private int requests;

  @Override
  public Integer call() throws IOException, InterruptedException {
    long began = System.nanoTime();
    if (requests < 1) {
      throw new ComplaintException("--requests must be at least 1, not " + requests);
    }
    Home home = where.home();
    Background background = new Background(home);
    boolean wasUp = background.isUp();
    Ports ports = wasUp ? awaitUp(background) : start(background);
    if (exit && !wasUp) {
      // at the end as when it is interrupted
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(background), "stop-after-demo"));
    }
    String key = AdminKey.await(home, ports);
    Tour tour = new Tour(home, ports, where.programs(), key, requests, began);
    boolean good = take(tour);
    System.out.printf(
        "%n%s%n", good ? "All of it held." : "Not all of it held. See " + where.command("logs"));
    if (!exit) {
      System.out.printf("Everything keeps running; stop it with %s.%n", where.command("down"));
    } else if (wasUp) {
      tour.stopBackends();
      System.out.println("The back ends are stopped; the rest was up before and stays up.");
    }
    return good ? Weir.OK : Weir.FAILED;
  }

  private static Ports awaitUp(Background background) throws IOException, InterruptedException {
    System.out.println("Weir is already up here; nothing is started.");
    return background.awaitUp();
  }

  private Ports start(Background background) throws IOException, InterruptedException {
    Ports ports = portOptions.ports();
    where.programs().check();
    System.out.printf("Starting Weir with %d replicas%n", ports.replicas());
    Console console = new Console(System.out);
    background.start(where.arguments(ports), console::progress);
    console.howToLogIn(where, ports);
    return ports;
  }

  private static boolean take(Tour tour) throws InterruptedException {
    try {
      return tour.take();
    } catch (ComplaintException e) {
      Console.complain(e.complaint());
    } catch (IOException e) {
      Console.complain("a call failed: " + e);
    }
    return false;
  }

  private static void stop(Background background) {
    try {
      background.stop(line -> System.out.println("  " + line));
      System.out.println("Everything is stopped.");
    } catch (IOException e) {
      Console.complain("the stop failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
