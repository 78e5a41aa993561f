package io.weir.standalone;

import io.weir.standalone.platform.Shutdown;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir down}. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops everything, in order. Data stays.")
final class DownVerb implements Callable<Integer> {

  @Mixin private Where where = new Where();

  @Override
  public Integer call() throws IOException, InterruptedException {
    boolean ran = new Shutdown(where.home(), line -> Console.out().println("  " + line)).stop();
    Console.out().println(ran ? "Weir is down." : "Weir was not running here.");
    return Weir.OK;
  }
}
