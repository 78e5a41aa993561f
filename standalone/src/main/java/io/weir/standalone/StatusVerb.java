package io.weir.standalone;

import io.weir.standalone.platform.StatusTable;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what runs, where, and what the data-plane nodes have applied.",
      "Exit code: 0 all up, 1 partly, 3 not running."
    })
final class StatusVerb implements Callable<Integer> {

  @Mixin private Where where = new Where();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return switch (new StatusTable(where.home(), Console.out()).print()) {
      case ALL_UP -> Weir.OK;
      case PARTLY_UP -> Weir.FAILED;
      case NOT_RUNNING -> Weir.NOT_RUNNING;
    };
  }
}
