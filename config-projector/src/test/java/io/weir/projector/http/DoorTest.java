package io.weir.projector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.weir.projector.kit.ProjectorFixture;
import io.weir.testing.service.BrowserAttacks;
import io.weir.testing.service.OpenFiles;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What this service lets in, and what a request leaves behind. */
@QuarkusTest
class DoorTest extends ProjectorFixture {
  @TestHTTPResource URI service;

  @Test
  void pagesOfOthersGetNowhere() throws Exception {
    assertThat(BrowserAttacks.thatSucceed(service.getPort(), "/v1/rebuilds", "POST /v1/rebuilds"))
        .isEmpty();
  }

  @Test
  void noRequestLeavesAFileOpen() throws Exception {
    int left =
        OpenFiles.leftBy(
            2_000,
            service.resolve("/q/health/live"),
            service.resolve("/q/health/ready"),
            service.resolve("/v1/rebuilds"));
    assertThat(left).isLessThan(50);
  }
}
