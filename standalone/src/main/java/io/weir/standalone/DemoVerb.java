package io.weir.standalone;

import io.weir.standalone.demo.Narrator;
import io.weir.standalone.demo.Tour;
import io.weir.standalone.demo.TourFailedException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Addresses;
import io.weir.standalone.platform.Background;
import io.weir.standalone.platform.CannotStartException;
import io.weir.standalone.platform.Shutdown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
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
    Home home = where.home();
    boolean wasUp = Background.isUp(home);
    try {
      if (requests < 1) {
        throw new CannotStartException("--requests must be at least 1, not " + requests);
      }
      start(home, wasUp);
    } catch (CannotStartException e) {
      Console.complain(e.reason());
      return Weir.FAILED;
    }
    AtomicBoolean settled = new AtomicBoolean();
    if (exit && !wasUp) {
      stopWhenInterrupted(home, settled);
    }
    Narrator narrator = new Narrator(Console.out());
    Tour tour = new Tour(home, new Addresses(Ports.load(home.ports())), narrator, requests, began);
    boolean good = take(tour) && narrator.failures() == 0;
    Console.out().println();
    Console.out().println(good ? "All of it held." : "Not all of it held. See ./weir logs");
    if (exit) {
      stop(home, tour, wasUp);
      settled.set(true);
    } else {
      Console.out().println("Everything keeps running; stop it with ./weir down.");
    }
    return good ? Weir.OK : Weir.FAILED;
  }

  private void start(Home home, boolean wasUp)
      throws CannotStartException, IOException, InterruptedException {
    Background background = new Background(home, Console.progress());
    if (wasUp) {
      Console.out().println("Weir is already up here; nothing is started.");
      background.awaitUp();
      return;
    }
    Ports ports = portOptions.ports();
    where.jars().check();
    Console.out().printf("Starting Weir with %d data-plane nodes%n", ports.nodes());
    List<String> arguments = new ArrayList<>(List.of("up"));
    arguments.addAll(where.arguments());
    arguments.addAll(portOptions.arguments());
    background.start(arguments);
  }

  private static void stopWhenInterrupted(Home home, AtomicBoolean settled) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!settled.get()) {
                    shutDown(home);
                  }
                },
                "stop-after-demo"));
  }

  private static void shutDown(Home home) {
    try {
      new Shutdown(home, line -> Console.out().println("  " + line)).stop();
    } catch (IOException e) {
      Console.complain("the stop failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean take(Tour tour) throws InterruptedException {
    try {
      tour.take();
      return true;
    } catch (TourFailedException e) {
      Console.complain(e.explanation());
    } catch (IOException e) {
      Console.complain("a call failed: " + e);
    }
    return false;
  }

  private static void stop(Home home, Tour tour, boolean wasUp)
      throws IOException, InterruptedException {
    if (wasUp) {
      tour.stopBackends();
      Console.out().println("The back ends are stopped; the rest was up before and stays up.");
    } else {
      shutDown(home);
      Console.out().println("Everything is stopped.");
    }
  }
}
