package io.weir.ledger;

import io.weir.contracts.topic.Topic;
import io.weir.ledger.relay.LedgerRelay;
import io.weir.ledger.relay.RelayOptions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that appends for several writers at once, and runs a relay as every service
 * does. Prints a line {@code writer number position} for each acknowledged command, and ends when
 * its writers are done; made to be killed before.
 */
final class WriterProcess {
  private WriterProcess() {}

  /** Arguments: database host, port, name, user, password; Kafka; commands; writer:first... */
  public static void main(String[] args) throws InterruptedException {
    var database = new TestDatabase(args[0], Integer.parseInt(args[1]), args[2], args[3], args[4]);
    Thread.setDefaultUncaughtExceptionHandler(
        (_, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    int commands = Integer.parseInt(args[6]);
    var options = RelayOptions.of(args[5], Topic.NAME, 1);
    try (var process = TestLedger.open(database);
        var relay = new LedgerRelay(database.source(), process.events(), options)) {
      relay.start();
      var writers = new Thread[args.length - 7];
      for (int i = 0; i < writers.length; i++) {
        String[] writer = args[7 + i].split(":", 2);
        int first = Integer.parseInt(writer[1]);
        writers[i] =
            Thread.ofPlatform().start(() -> write(process.ledger(), writer[0], first, commands));
      }
      for (Thread writer : writers) {
        writer.join();
      }
    }
    System.exit(0);
  }

  private static void write(Ledger ledger, String writer, int first, int commands) {
    for (int number = first; number < commands; number++) {
      System.out.println(writer + " " + number + " " + append(ledger, writer + "_" + number));
    }
  }

  private static long append(Ledger ledger, String key) {
    while (true) {
      try {
        var outcome =
            ledger
                .append(Commands.createVpc(key), Commands.keyed(key, key), Commands.DONE)
                .await()
                .atMost(Duration.ofSeconds(60));
        return ((Outcome.Committed) outcome).position();
      } catch (LedgerBusyException | LedgerUnavailableException again) {
        LockSupport.parkNanos(5_000_000);
      }
    }
  }
}
