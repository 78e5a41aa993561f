package io.weir.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class OrphanTest {
  @Test
  void noBrokerOutlivesAJvmThatWasKilled() throws Exception {
    var jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int port;
    try (var output = jvm.inputReader(UTF_8)) {
      port = Integer.parseInt(output.readLine());
      assertThat(accepts(port)).isTrue();
    } finally {
      jvm.destroyForcibly().waitFor();
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> !accepts(port));
  }

  private static boolean accepts(int port) {
    try (var socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  /** Starts a broker, says where, and waits to be killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws InterruptedException {
      var kafka = EmbeddedKafka.launch();
      System.out.println(kafka.bootstrapServers().split(":")[1]);
      Thread.currentThread().join();
    }
  }
}
