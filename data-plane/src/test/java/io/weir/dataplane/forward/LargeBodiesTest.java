package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.ReplicaProcess;
import io.weir.dataplane.support.SnapshotFile;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Header;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bodies of many times the memory of the process pass, in both directions. */
@Timeout(180)
@Tag("slow")
class LargeBodiesTest {
  private static final int PIECE = 1 << 20;
  private static final int PIECES = 512;
  private static final String NO_KAFKA = "127.0.0.1:1";

  @TempDir Path directory;

  private ReplicaProcess process(FakeUpstream node) throws IOException {
    Path file = SnapshotFile.write(directory, node.port());
    return ReplicaProcess.small(NO_KAFKA, directory, "--snapshot", file.toString()).awaitReady();
  }

  @Test
  void passDownAndUp() throws Exception {
    try (FakeUpstream node = FakeUpstream.http()) {
      node.behave(request -> request.method().equals("GET") ? down() : up(request.stream()));
      try (ReplicaProcess process = process(node);
          Client client = new Client(process.port())) {
        String host = "Host: " + SnapshotFile.SERVICE + ".localhost\n";
        client.send("GET /release/pets HTTP/1.1\n" + host + "\n");
        assertThat(read(client.in())).isEqualTo((long) PIECES * PIECE);
      }
      try (ReplicaProcess process = process(node);
          Client client = new Client(process.port())) {
        String host = "Host: " + SnapshotFile.SERVICE + ".localhost\n";
        client.send("PUT /release/pets HTTP/1.1\n" + host);
        client.send("Content-Length: " + (long) PIECES * PIECE + "\n\n");
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < PIECES; i++) {
          client.send(piece);
        }
        assertThat(client.read(false).text()).isEqualTo(Long.toString((long) PIECES * PIECE));
        assertThat(process.output()).doesNotContain("OutOfMemory");
      }
    }
  }

  private static Reply down() {
    return new Reply.Stream(
        200,
        List.of(new Header("X-Large", "yes")),
        out -> {
          byte[] piece = new byte[PIECE];
          for (int i = 0; i < PIECES; i++) {
            out.write(piece);
            out.flush();
          }
        });
  }

  private static Reply up(InputStream body) {
    long length = 0;
    byte[] piece = new byte[PIECE];
    try {
      for (int read = 0; read >= 0; read = body.read(piece)) {
        length += read;
        pauseNowAndThen(length);
      }
    } catch (IOException broken) {
      return new Reply.Reset();
    }
    return Reply.text(200, Long.toString(length));
  }

  /** Behind its time, so that what is not held back would pile up. */
  private static void pauseNowAndThen(long length) {
    if (length % (64 * PIECE) < PIECE / 16) {
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  /** The length of a chunked body whose chunks are as they come; the head is skipped. */
  private static long read(InputStream in) throws IOException {
    while (!line(in).isEmpty()) {
      // the head
    }
    long length = 0;
    byte[] piece = new byte[PIECE];
    for (int size = Integer.parseInt(line(in), 16); size > 0; size = next(in)) {
      int left = size;
      while (left > 0) {
        int read = in.read(piece, 0, Math.min(left, PIECE));
        if (read < 0) {
          throw new IOException("the body broke off");
        }
        left -= read;
      }
      length += size;
      pauseNowAndThen(length);
    }
    return length;
  }

  private static int next(InputStream in) throws IOException {
    line(in);
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
