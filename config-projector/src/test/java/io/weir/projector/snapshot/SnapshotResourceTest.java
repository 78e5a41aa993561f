package io.weir.projector.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.image.Snapshot;
import io.weir.projector.kit.ProjectorFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotResourceTest extends ProjectorFixture {
  @Test
  void handsOutTheImageItHasApplied() throws IOException {
    topic.publish(flat(ledger.random(10)));
    awaitProjected();
    var answer = RestAssured.get("/v1/snapshot").then().statusCode(200).extract();
    assertThat(answer.header("Weir-Position")).isEqualTo(Long.toString(ledger.position()));
    Snapshot read =
        Snapshot.read(new ByteArrayInputStream(answer.body().asByteArray()), EventCodec.CURRENT);
    assertThat(read).isEqualTo(intake.snapshot());
  }
}
