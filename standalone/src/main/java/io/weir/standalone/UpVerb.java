package io.weir.standalone;

import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Background;
import io.weir.standalone.platform.CannotStartException;
import io.weir.standalone.platform.Launcher;
import io.weir.standalone.platform.Platform;
import io.weir.standalone.platform.Progress;
import io.weir.standalone.process.Component;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir up}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts everything and keeps it running until Ctrl-C or ./weir down.")
final class UpVerb implements Callable<Integer> {

  @Mixin private Where where = new Where();
  @Mixin private PortOptions portOptions = new PortOptions();

  @Option(
      names = {"-d", "--detach"},
      description = "Return as soon as everything is ready, and leave it running.")
  private boolean detach;

  @Option(names = "--quiet", hidden = true, description = "Write to the log alone.")
  private boolean quiet;

  @Option(names = "--stores-only", hidden = true, description = "PostgreSQL and Kafka alone.")
  private boolean storesOnly;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      Ports ports = portOptions.ports();
      if (!storesOnly) {
        where.jars().check();
      }
      if (detach) {
        detached(ports);
      } else {
        attached(ports);
      }
      return Weir.OK;
    } catch (CannotStartException e) {
      Console.complain(e.reason());
      return Weir.FAILED;
    }
  }

  private void attached(Ports ports)
      throws CannotStartException, IOException, InterruptedException {
    Home home = where.home();
    Platform platform = new Platform(home, ports, where.jars());
    List<Component> components = storesOnly ? platform.stores() : platform.components();
    if (quiet) {
      new Launcher(home, ports, components, new PrintStream(OutputStream.nullOutputStream()))
          .run(board -> {}, () -> {});
    } else {
      Progress progress = Console.progress();
      Console.out().println("Starting Weir");
      new Launcher(home, ports, components, Console.out())
          .run(
              progress::show,
              () -> {
                Console.out().println("Weir is up.");
                Console.printAddresses(ports);
                Console.out().println("Stop it with Ctrl-C, or with ./weir down elsewhere.");
              });
    }
  }

  private void detached(Ports ports)
      throws CannotStartException, IOException, InterruptedException {
    Home home = where.home();
    if (Background.isUp(home)) {
      Console.out().println("Weir is already up here. Look with ./weir status.");
      return;
    }
    Console.out().println("Starting Weir");
    new Background(home, Console.progress()).start(launcherArguments());
    Console.out().println("Weir is up.");
    Console.printAddresses(ports);
    Console.out().println("Stop it with ./weir down.");
  }

  private List<String> launcherArguments() {
    List<String> arguments = new ArrayList<>(List.of("up"));
    arguments.addAll(where.arguments());
    arguments.addAll(portOptions.arguments());
    if (storesOnly) {
      arguments.add("--stores-only");
    }
    return arguments;
  }
}
