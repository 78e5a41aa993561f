package io.weir.dataplane.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.weir.dataplane.support.H2Spec;
import io.weir.dataplane.support.H2Spec.Verdict;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class H2SpecTest {
  @TempDir Path directory;

  @Test
  void noCaseThatBareVertxPassesFails() throws Exception {
    assumeTrue(H2Spec.runsHere(), "h2spec is at hand for Linux on amd64 only");
    H2Spec h2spec = new H2Spec(directory);
    Map<String, Verdict> bare = bareVertx(h2spec);
    Map<String, Verdict> ours;
    try (EchoServer server = new EchoServer()) {
      ours = h2spec.run(server.port(), "/");
    }
    assertThat(ours).containsOnlyKeys(bare.keySet());
    assertThat(H2Spec.passed(ours)).containsAll(H2Spec.passed(bare));
    assertThat(H2Spec.failures(ours)).isEmpty();
  }

  private static Map<String, Verdict> bareVertx(H2Spec h2spec) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      HttpServer server =
          vertx
              .createHttpServer()
              .requestHandler(
                  request ->
                      request.response().end(Buffer.buffer(new byte[EchoServer.HELLO_BYTES])));
      server.listen(0, "127.0.0.1").await();
      return h2spec.run(server.actualPort(), "/");
    } finally {
      vertx.close().await();
    }
  }
}
