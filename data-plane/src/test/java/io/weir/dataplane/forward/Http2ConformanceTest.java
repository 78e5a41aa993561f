package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.H2Spec;
import io.weir.testing.http.FakeUpstream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Http2ConformanceTest {
  /** Who is answered before the body has come, 404, is told to stop and not what is wrong in it. */
  private static final String BODY_LENGTH = "http2/8.1.2.6/";

  @TempDir Path directory;

  /** All requests of h2spec meet no route: what is tested is what stands before it. */
  @Test
  void noCaseFails() throws Exception {
    assumeTrue(H2Spec.runsHere(), "h2spec is at hand for Linux on amd64 only");
    try (FakeUpstream node = FakeUpstream.http();
        Gateway gateway = Gateway.of(node)) {
      assertThat(H2Spec.failures(new H2Spec(directory).run(gateway.port(), "/")))
          .filteredOn(name -> !name.startsWith(BODY_LENGTH))
          .isEmpty();
    }
  }
}
