package io.weir.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.ReplicaProcess;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end under load answers whatever it has accepted. */
@Timeout(180)
@Tag("slow")
class TerminationTest {
  private static final String NO_KAFKA = "127.0.0.1:1";
  private static final String REQUEST =
      "GET /release/pets HTTP/1.1\nHost: " + SnapshotFile.SERVICE + ".localhost\n\n";

  @TempDir Path directory;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger served = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void noRequestIsLost() throws Exception {
    try (FakeUpstream node = FakeUpstream.http()) {
      String file = SnapshotFile.write(directory, node.port()).toString();
      try (ReplicaProcess process = ReplicaProcess.start(NO_KAFKA, directory, "--snapshot", file)) {
        process.awaitReady();
        List<Thread> clients = clients(process.port());
        await().until(() -> served.get() > 500);
        process.terminate();
        assertThat(process.exitCode()).isZero();
        end(clients);
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void anotherProcessMayTakeOverThePort() throws Exception {
    String port = Integer.toString(FreePorts.next());
    try (FakeUpstream node = FakeUpstream.http()) {
      String file = SnapshotFile.write(directory, node.port()).toString();
      String[] options = {"--snapshot", file, "--port", port, "--share-port"};
      try (ReplicaProcess old = ReplicaProcess.start(NO_KAFKA, directory.resolve("a"), options);
          ReplicaProcess young = ReplicaProcess.start(NO_KAFKA, directory.resolve("b"), options)) {
        old.awaitReady();
        young.awaitReady();
        List<Thread> clients = clients(Integer.parseInt(port));
        await().until(() -> served.get() > 500);
        old.terminate();
        assertThat(old.exitCode()).isZero();
        int before = served.get();
        await().until(() -> served.get() > before + 500);
        end(clients);
      }
    }
    assertThat(failures).isEmpty();
  }

  /** One that listened before it has routes would get its share of the connections. */
  @Test
  void whoTakesOverGetsNoConnectionBeforeItCanServe() throws Exception {
    String port = Integer.toString(FreePorts.next());
    try (FakeUpstream node = FakeUpstream.http()) {
      String file = SnapshotFile.write(directory, node.port()).toString();
      String[] shared = {"--port", port, "--share-port"};
      String[] serving = {"--port", port, "--share-port", "--snapshot", file};
      try (ReplicaProcess old = ReplicaProcess.start(NO_KAFKA, directory.resolve("a"), serving);
          ReplicaProcess young = ReplicaProcess.start(NO_KAFKA, directory.resolve("b"), shared)) {
        old.awaitReady();
        await().until(() -> young.status("/replica") == 200);
        assertThat(young.status("/health/ready")).isEqualTo(503);
        for (int i = 0; i < 50; i++) {
          try (Client client = new Client(Integer.parseInt(port))) {
            assertThat(client.call(REQUEST).status()).isEqualTo(200);
          }
        }
      }
    }
  }

  private List<Thread> clients(int port) {
    return IntStream.range(0, 8).mapToObj(_ -> Thread.ofVirtual().start(() -> ask(port))).toList();
  }

  private void end(List<Thread> clients) throws InterruptedException {
    over.set(true);
    for (Thread client : clients) {
      client.join();
    }
  }

  /**
   * Keeps a connection as long as it may. A connection that never served may have been in the
   * backlog of the listener that closed, where nobody has read from it: that is no loss.
   */
  private void ask(int port) {
    while (!over.get()) {
      boolean accepted = false;
      try (Client client = new Client(port)) {
        boolean open = true;
        while (open && !over.get()) {
          Answer answer = client.call(REQUEST);
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
