package io.weir.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.testing.service.BrowserAttacks;
import io.weir.testing.service.OpenFiles;
import io.weir.testing.service.OversizedJson;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What this service lets in, and what a request leaves behind. */
@InstanceRegistry
class DoorTest {
  @TestHTTPResource URI service;

  @Test
  void pagesOfOthersGetNowhere() throws Exception {
    int port = service.getPort();
    assertThat(BrowserAttacks.thatSucceed(port, "/q/health/live", "POST /v1/vpcs")).isEmpty();
    assertThat(
            BrowserAttacks.thatSucceed(
                port, "/openapi", "PUT /v1/cloud-connect-networks/ccn-aaaaaaaa"))
        .isEmpty();
  }

  @Test
  void noRequestLeavesAFileOpen() throws Exception {
    int left =
        OpenFiles.leftBy(
            2_000,
            service.resolve("/q/health/live"),
            service.resolve("/q/health/ready"),
            service.resolve("/v1/vpcs/vpc-aaaaaaaa"));
    assertThat(left).isLessThan(50);
  }

  @Test
  void jsonBeyondTheLimitsOfTheParserIsMalformedEverywhere() throws Exception {
    assertThat(OversizedJson.notRefused(service.resolve("/openapi?format=json"))).isEmpty();
  }
}
