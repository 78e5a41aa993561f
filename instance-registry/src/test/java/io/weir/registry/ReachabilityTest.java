package io.weir.registry;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Reachability.Status;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Ledger;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What this service records decides what an instance can reach; nobody else is told. */
@InstanceRegistry
class ReachabilityTest {
  @Inject Ledger ledger;

  private Reachability reachability(String instance, UpstreamId upstream) {
    GatewayImage image = Appending.image(ledger);
    return Reachability.of(
        image, image.instances().get(new InstanceId(instance)), image.upstreams().get(upstream));
  }

  private static long attach(String network, String vpc) {
    return position(when().put(Http.link(network, vpc)).then().statusCode(200).extract());
  }

  private static long position(io.restassured.response.ExtractableResponse<?> answer) {
    return Long.parseLong(answer.header("Weir-Position"));
  }

  @Test
  void anUpstreamInAnotherVpcIsReachedWhileACloudConnectNetworkJoinsTheTwo() {
    String edge = Http.vpc();
    String shop = Http.vpc();
    String instance = Http.instance(edge);
    var upstream =
        EventMother.upstream(Http.unique("pets"), new VpcId(shop), EventMother.node(8080, 1));
    Appending.append(ledger, upstream);
    assertThat(reachability(instance, upstream.id()))
        .isEqualTo(new Reachability(Status.VPC_NOT_CONNECTED, null, null));

    String network = Http.network();
    attach(network, edge);
    assertThat(reachability(instance, upstream.id()).reachable()).isFalse();
    long joined = attach(network, shop);
    assertThat(reachability(instance, upstream.id()))
        .isEqualTo(new Reachability(Status.CONNECTED, new CcnId(network), joined));

    long cut = position(when().delete(Http.link(network, edge)).then().statusCode(204).extract());
    assertThat(reachability(instance, upstream.id()))
        .isEqualTo(new Reachability(Status.VPC_NOT_CONNECTED, new CcnId(network), cut));
  }

  @Test
  void anUpstreamInTheVpcOfTheInstanceNeedsNoNetwork() {
    String edge = Http.vpc();
    String instance = Http.instance(edge);
    var upstream =
        EventMother.upstream(Http.unique("pets"), new VpcId(edge), EventMother.node(8080, 1));
    Appending.append(ledger, upstream);

    assertThat(reachability(instance, upstream.id()).status()).isEqualTo(Status.SAME_VPC);
  }
}
