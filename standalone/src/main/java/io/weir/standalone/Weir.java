package io.weir.standalone;

import io.weir.standalone.demo.Backends;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.PortCheck;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Background;
import io.weir.standalone.platform.Launcher;
import io.weir.standalone.platform.Platform;
import io.weir.stores.PostgresPrograms;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Starts, shows and stops a whole Weir on this machine. */
@Command(
    name = "weir",
    description = "A whole Weir on this machine.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {DemoVerb.class, UpVerb.class, StatusVerb.class, LogsVerb.class, OpenVerb.class})
public final class Weir {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int NOT_RUNNING = 3;
  static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

  private Weir() {}

  public static void main(String[] arguments) {
    // The tour calls {serviceId}.localhost, which not every system resolves, by naming the host
    // itself.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    CommandLine weir = new CommandLine(new Weir());
    weir.setExecutionExceptionHandler(
        (failure, verb, options) -> {
          if (failure instanceof ComplaintException complaint) {
            Console.complain(complaint.complaint());
            return FAILED;
          }
          throw failure;
        });
    System.exit(weir.execute(arguments));
  }

  @Command(description = "Stops everything, in order. Data stays.")
  int down(@Mixin Where where) throws IOException, InterruptedException {
    boolean ran = new Background(where.home()).stop(line -> System.out.println("  " + line));
    System.out.println(ran ? "Weir is down." : "Weir was not running here.");
    return OK;
  }

  @Command(
      hidden = true,
      description = "Makes what the first start would spend time on: after a build.")
  int prepare(@Mixin Where where) throws IOException, InterruptedException {
    PostgresPrograms.unpack(where.programs().lib());
    if (!where.programs().areArchived()) {
      Home home = where.home();
      Ports ports = PortCheck.free();
      Platform platform = new Platform(home, ports, where.programs());
      // they leave their classes when they end
      new Launcher(home, ports, platform.rehearsal(), NOWHERE)
          .run(state -> {}, () -> System.exit(OK));
    }
    return OK;
  }

  @Command(hidden = true, description = "Runs one back end of the tour.")
  int backend(
      @Option(names = "--name", required = true) String name,
      @Option(names = "--listen", required = true) int port)
      throws IOException, InterruptedException {
    Backends.serve(name, port);
    return OK;
  }
}
