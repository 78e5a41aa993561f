package io.weir.registry.network;

import static io.weir.registry.Given.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Precondition;
import io.weir.testing.event.EventMother;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinkCommandsTest {
  private final VpcCreated edge = EventMother.vpc("edge");
  private final VpcCreated shop = EventMother.vpc("shop");
  private final NetworkCreated ring = EventMother.network("ring");

  private static Refusal unknown(String id) {
    return Refusal.of(RefusalCode.NOT_FOUND, "there is no " + id, id);
  }

  @Nested
  class Attach {
    private final AttachVpc command = new AttachVpc(ring.id(), edge.id(), Precondition.NONE);
    private final LinkAttached attached = new LinkAttached(ring.id(), edge.id());

    @Test
    void aVpcIsAttached() {
      assertThat(command.decide(events(edge, ring))).isEqualTo(Decision.accept(attached));
    }

    @Test
    void anAttachedVpcStaysAttached() {
      assertThat(command.decide(events(edge, ring, attached))).isEqualTo(Decision.accept());
    }

    @Test
    void whoWantsANewLinkIsToldThatThereIsOne() {
      var first = new Precondition(null, Set.of(Precondition.ANY));
      var command = new AttachVpc(ring.id(), edge.id(), first);

      assertThat(command.decide(events(edge, ring))).isEqualTo(Decision.accept(attached));
      assertThat(((Decision.Refused) command.decide(events(edge, ring, attached))).refusals())
          .extracting(Refusal::code)
          .containsExactly(RefusalCode.PRECONDITION_FAILED);
    }

    @Test
    void aDetachedVpcIsAttachedAgain() {
      var detached = new LinkDetached(ring.id(), edge.id());

      assertThat(command.decide(events(edge, ring, attached, detached)))
          .isEqualTo(Decision.accept(attached));
    }

    @Test
    void bothTheNetworkAndTheVpcMustExist() {
      assertThat(command.decide(events()))
          .isEqualTo(Decision.refuse(unknown(ring.id().value()), unknown(edge.id().value())));
    }
  }

  @Nested
  class Detach {
    private final DetachVpc command = new DetachVpc(ring.id(), edge.id(), Precondition.NONE);
    private final LinkAttached attached = new LinkAttached(ring.id(), edge.id());
    private final LinkDetached detached = new LinkDetached(ring.id(), edge.id());

    @Test
    void anAttachedVpcIsDetachedWhateverDependsOnIt() {
      var instance = EventMother.instance("front", edge.id());
      var upstream = EventMother.upstream("pets", shop.id(), EventMother.node(8080, 1));
      var service = EventMother.service("pets", instance.id());
      var api = EventMother.api(service.id(), "pets", "/pets", upstream.id());

      assertThat(
              command.decide(
                  events(
                      edge,
                      shop,
                      ring,
                      attached,
                      new LinkAttached(ring.id(), shop.id()),
                      instance,
                      upstream,
                      service,
                      api)))
          .isEqualTo(Decision.accept(detached));
    }

    @Test
    void aLinkThatHasChangedSinceIsLeftAlone() {
      var stale = new DetachVpc(ring.id(), edge.id(), Precondition.match("4711"));
      var refused = (Decision.Refused) stale.decide(events(edge, ring, attached));
      assertThat(refused.refusals())
          .extracting(Refusal::detail)
          .containsExactly(
              "the link of %s to %s has version 2 now, not what If-Match expects"
                  .formatted(edge.id(), ring.id()));
    }

    @Test
    void whoExpectsALinkIsToldThatThereIsNone() {
      var expecting = new DetachVpc(ring.id(), edge.id(), Precondition.match("2"));
      var refused = (Decision.Refused) expecting.decide(events(edge, ring, attached, detached));
      assertThat(refused.refusals())
          .extracting(Refusal::detail)
          .containsExactly(
              "the link of %s to %s does not exist now, not what If-Match expects"
                  .formatted(edge.id(), ring.id()));
    }

    @Test
    void aVpcThatIsNotAttachedStaysSo() {
      assertThat(command.decide(events(edge, ring))).isEqualTo(Decision.accept());
      assertThat(command.decide(events(edge, ring, attached, detached)))
          .isEqualTo(Decision.accept());
    }

    @Test
    void bothTheNetworkAndTheVpcMustExist() {
      assertThat(command.decide(events()))
          .isEqualTo(Decision.refuse(unknown(ring.id().value()), unknown(edge.id().value())));
    }
  }
}
