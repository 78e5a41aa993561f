package io.weir.standalone;

import io.weir.standalone.home.PortOptions;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Background;
import io.weir.standalone.platform.Launcher;
import io.weir.standalone.platform.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir up}. */
@Command(
    name = "up",
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
    Ports ports = portOptions.ports();
    if (!storesOnly) {
      where.programs().check();
    }
    PrintStream out = quiet ? Weir.NOWHERE : System.out;
    Console console = new Console(out);
    Background background = new Background(where.home());
    if (detach && background.isUp()) {
      out.printf("Weir is already up here. Look with %s.%n", where.command("status"));
      return Weir.OK;
    }
    out.println("Starting Weir");
    if (detach) {
      background.start(where.arguments(ports), console::progress);
      console.up(where, ports, "Stop it with %s.");
    } else {
      Platform platform = new Platform(where.home(), ports, where.programs());
      new Launcher(where.home(), ports, storesOnly ? platform.stores() : platform.components(), out)
          .run(
              console::progress,
              () -> console.up(where, ports, "Stop it with Ctrl-C, or with %s elsewhere."));
    }
    return Weir.OK;
  }
}
