package io.weir.dataplane;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A replica: forwards requests as the ledger says. */
@Command(
    name = "data-plane",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description =
        "Forwards requests for released APIs to the nodes of their upstreams, as the ledger says."
            + " Reads the ledger from Kafka, keeps serving without it, and starts without it from"
            + " the last snapshot.",
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class DataPlane implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private Options options;

  /** Runs a replica until it is told to stop. */
  public static void main(String[] arguments) {
    Logs.configure();
    int code = new CommandLine(new DataPlane()).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Starts the replica; its threads keep the process alive. */
  @Override
  public Integer call() throws InterruptedException {
    try {
      Replica replica = new Replica(options);
      replica.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(replica), "stop"));
      return 0;
    } catch (ExecutionException e) {
      return cannotStart(String.valueOf(e.getCause()));
    } catch (IllegalArgumentException | IOException e) {
      return cannotStart(String.valueOf(e.getMessage()));
    }
  }

  private static int cannotStart(String why) {
    System.err.println("The replica cannot start: " + why);
    return 1;
  }

  private static void stop(Replica replica) {
    replica.stop();
    // else the signal, not the orderly end, would decide the exit code
    Runtime.getRuntime().halt(0);
  }
}
