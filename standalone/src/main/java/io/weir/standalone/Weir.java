package io.weir.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts, shows and stops a whole Weir on this machine. */
@Command(
    name = "weir",
    description = "A whole Weir on this machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DemoVerb.class,
      UpVerb.class,
      DownVerb.class,
      StatusVerb.class,
      LogsVerb.class,
      KafkaVerb.class,
      BackendVerb.class
    })
public final class Weir {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int NOT_RUNNING = 3;

  private Weir() {}

  public static void main(String[] arguments) {
    // The tour calls {serviceId}.localhost, which not every system resolves, by naming the host
    // itself.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    System.exit(new CommandLine(new Weir()).execute(arguments));
  }
}
