package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.testing.service.BrowserAttacks;
import io.weir.testing.service.OpenFiles;
import io.weir.testing.service.OversizedJson;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What this service lets in, and what a request leaves behind. */
@ControlApi
class DoorTest {
  @TestHTTPResource URI service;

  @Test
  void pagesOfOthersGetNowhere() throws Exception {
    int port = service.getPort();
    assertThat(BrowserAttacks.thatSucceed(port, "/q/health/live", "POST /v1/upstreams")).isEmpty();
    assertThat(BrowserAttacks.thatSucceed(port, "/ui/", "PATCH /v1/services/service-aaaaaaaa"))
        .isEmpty();
    assertThat(BrowserAttacks.thatSucceed(port, "/openapi", "POST /v1/vpcs"))
        .as("what is passed on to the registry")
        .isEmpty();
  }

  @Test
  void noRequestLeavesAFileOpen() throws Exception {
    int left =
        OpenFiles.leftBy(
            2_000,
            service.resolve("/q/health/live"),
            service.resolve("/q/health/ready"),
            service.resolve("/"),
            service.resolve("/v1/upstreams/upstream-aaaaaaaa"));
    assertThat(left).isLessThan(50);
  }

  @Test
  void jsonBeyondTheLimitsOfTheParserIsMalformedEverywhere() throws Exception {
    assertThat(OversizedJson.notRefused(service.resolve("/openapi?format=json"))).isEmpty();
  }
}
