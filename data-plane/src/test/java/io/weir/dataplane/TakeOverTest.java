package io.weir.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.NodeProcess;
import io.weir.dataplane.support.SnapshotFile;
import io.weir.testing.FreePorts;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One process takes over the port of another under load; no connection that served is cut. */
@Timeout(180)
class TakeOverTest {
  private static final String NO_KAFKA = "127.0.0.1:1";

  @TempDir Path directory;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger served = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void noRequestIsLost() throws Exception {
    String port = Integer.toString(FreePorts.next());
    try (FakeUpstream node = FakeUpstream.http()) {
      String file = SnapshotFile.write(directory, node.port()).toString();
      try (NodeProcess old =
              NodeProcess.start(
                  NO_KAFKA,
                  directory.resolve("a"),
                  "--snapshot",
                  file,
                  "--port",
                  port,
                  "--share-port");
          NodeProcess young =
              NodeProcess.start(
                  NO_KAFKA,
                  directory.resolve("b"),
                  "--snapshot",
                  file,
                  "--port",
                  port,
                  "--share-port")) {
        old.awaitReady();
        young.awaitReady();
        List<Thread> clients =
            IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> ask(Integer.parseInt(port))))
                .toList();
        await().until(() -> served.get() > 500);
        old.terminate();
        assertThat(old.exitCode()).isZero();
        int before = served.get();
        await().until(() -> served.get() > before + 500);
        over.set(true);
        for (Thread client : clients) {
          client.join();
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  /**
   * Keeps a connection as long as it may. A connection that never served may have been in the
   * backlog of the listener that closed, where nobody has read from it: that is tried again.
   */
  private void ask(int port) {
    while (!over.get()) {
      boolean accepted = false;
      try (Client client = new Client(port)) {
        boolean open = true;
        while (open && !over.get()) {
          Answer answer =
              client.call(
                  "GET /release/pets HTTP/1.1\nHost: " + SnapshotFile.SERVICE + ".localhost\n\n");
          accepted = true;
          if (answer.status() != 200) {
            failures.add("status " + answer.status());
          }
          served.incrementAndGet();
          open = !"close".equals(answer.header("connection"));
        }
      } catch (IOException e) {
        if (accepted) {
          failures.add(e.toString());
        }
      }
    }
  }
}
