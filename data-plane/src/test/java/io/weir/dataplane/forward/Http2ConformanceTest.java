package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.H2Spec;
import io.weir.testing.http.FakeUpstream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class Http2ConformanceTest {
  /**
   * What is wrong behind the head of a request that is not whole yet. Who is answered, 404, before
   * that has come may be told to stop and not what is wrong; without a gateway around it {@code
   * H2SpecTest} sees to these.
   */
  private static final List<String> BEHIND_THE_HEAD =
      List.of(
          "http2/5.1/8:",
          "http2/5.1/9:",
          "http2/6.9/2:",
          "http2/6.9.1/3:",
          "http2/8.1/1:",
          "http2/8.1.2.1/3:",
          "http2/8.1.2.6/");

  @TempDir Path directory;

  /** All requests of h2spec meet no route: what is tested is what stands before it. */
  @Test
  void noCaseFails() throws Exception {
    assumeTrue(H2Spec.runsHere(), "h2spec is at hand for Linux on amd64 only");
    try (FakeUpstream node = FakeUpstream.http();
        Gateway gateway = Gateway.of(node)) {
      assertThat(H2Spec.failures(new H2Spec(directory).run(gateway.port(), "/")))
          .filteredOn(name -> BEHIND_THE_HEAD.stream().noneMatch(name::startsWith))
          .isEmpty();
    }
  }
}
