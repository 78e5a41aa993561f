package io.weir.control.snapshot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.value.UpstreamId;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@ControlApi
class SnapshotResourceTest {
  @Inject Gateway gateway;

  @Test
  void theFileKnowsEveryWriteThatWasAnswered() throws IOException {
    String upstream = gateway.upstream(gateway.vpc());
    Response response = given().get("/v1/snapshot");
    assertThat(response.statusCode()).isEqualTo(200);
    GatewayImage image =
        Snapshot.read(new ByteArrayInputStream(response.asByteArray()), EventCodec.CURRENT).image();
    assertThat(image.upstreams()).containsKey(new UpstreamId(upstream));
    assertThat(response.header("Weir-Position")).isEqualTo(Long.toString(image.position()));
  }

  @Test
  void aPositionThatIsNotReachedIsRefused() {
    given().get("/v1/snapshot?min_position=999999999&wait_ms=0").then().statusCode(503);
  }
}
