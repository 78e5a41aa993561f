package io.weir.dataplane;

import io.weir.dataplane.snapshot.SnapshotCommand;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A data-plane node: forwards requests as the ledger says. */
@Command(
    name = "data-plane",
    mixinStandardHelpOptions = true,
    version = "Weir data plane 1.0.0",
    description =
        "Forwards requests for released APIs to the nodes of their upstreams, as the ledger says."
            + " Reads the ledger from Kafka, keeps serving without it, and starts without it from"
            + " the last snapshot.",
    subcommands = SnapshotCommand.class,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class DataPlane implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private Options options;

  /** Runs a node until it is told to stop. */
  public static void main(String[] arguments) {
    Logs.configure();
    int code = new CommandLine(new DataPlane()).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Starts the node; its threads keep the process alive. */
  @Override
  public Integer call() throws InterruptedException {
    try {
      DataPlaneNode node = new DataPlaneNode(options);
      node.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "stop"));
      return 0;
    } catch (ExecutionException e) {
      return cannotStart(String.valueOf(e.getCause()));
    } catch (IllegalArgumentException | IOException e) {
      return cannotStart(String.valueOf(e.getMessage()));
    }
  }

  private static int cannotStart(String why) {
    System.err.println("The data-plane node cannot start: " + why);
    return 1;
  }

  private static void stop(DataPlaneNode node) {
    node.stop();
    // else the signal, not the orderly end, would decide the exit code
    Runtime.getRuntime().halt(0);
  }
}
