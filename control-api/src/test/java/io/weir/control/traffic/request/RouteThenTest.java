package io.weir.control.traffic.request;

import static io.weir.control.Scenario.given;
import static io.weir.testing.event.EventMother.api;
import static io.weir.testing.event.EventMother.instance;
import static io.weir.testing.event.EventMother.network;
import static io.weir.testing.event.EventMother.node;
import static io.weir.testing.event.EventMother.released;
import static io.weir.testing.event.EventMother.service;
import static io.weir.testing.event.EventMother.upstream;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Nodes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which event made the route of a request as it was. */
class RouteThenTest {
  private final VpcCreated edge = vpc("edge");
  private final VpcCreated shop = vpc("shop");
  private final InstanceCreated front = instance("front", edge.id());
  private final UpstreamCreated pets = upstream("pets", shop.id(), node(8001, 5));
  private final UpstreamCreated near = upstream("near", edge.id(), node(8002, 5));
  private final ServiceCreated one = service("one", front.id());
  private final ApiCreated list = api(one.id(), "list", "/a", pets.id());
  private final NetworkCreated all = network("all");

  private KeptRequest request(String upstream) {
    ObjectNode line =
        LogLine.routed(
            LogLine.of("id", Instant.now()), one.id().value(), list.id().value(), upstream);
    return AccessLine.read("r", line);
  }

  @Test
  void theConnectionIsOfTheLinkThatCompletedItOrOfTheOneThatEndedIt() {
    var history =
        given(edge, shop, front, pets, near, one, list, all)
            .and(released(one.id(), Environment.RELEASE, list));
    String name = one.id() + "/release";
    String upstream = pets.id().value();
    assertThat(RouteThen.of(history.image(), request(upstream)))
        .isEqualTo(new RouteThen(name, 4L, 3L));
    history.and(new LinkAttached(all.id(), edge.id()), new LinkAttached(all.id(), shop.id()));
    assertThat(RouteThen.of(history.image(), request(upstream)))
        .isEqualTo(new RouteThen(name, 4L, 11L));
    history.and(new UpstreamNodesChanged(pets.id(), new Nodes(List.of(node(8003, 1)))));
    history.and(new LinkDetached(all.id(), edge.id()));
    assertThat(RouteThen.of(history.image(), request(upstream)))
        .isEqualTo(new RouteThen(name, 12L, 13L));
    assertThat(RouteThen.of(history.image(), request(near.id().value())))
        .as("in the VPC of the instance")
        .isEqualTo(new RouteThen(name, 5L, 3L));
  }

  @Test
  void aRouteThatTheConfigurationDoesNotHaveIsOfNone() {
    var history = given(edge, shop, front, pets, near, one, list, all);
    assertThat(RouteThen.of(history.image(), request(pets.id().value()))).isNull();
    history.and(released(one.id(), Environment.RELEASE, list));
    assertThat(RouteThen.of(history.image(), request("upstream-zzzzzzzz"))).isNull();
    KeptRequest unrouted = AccessLine.read("r", LogLine.of("id", Instant.now()));
    assertThat(RouteThen.of(history.image(), unrouted)).isNull();
  }
}
