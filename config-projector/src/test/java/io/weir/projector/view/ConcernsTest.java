package io.weir.projector.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Environment;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConcernsTest {
  private final FakeLedger ledger = new FakeLedger();

  private Set<String> concerns(GatewayEvent event) {
    GatewayImage before = ledger.image();
    Recorded recorded = ledger.append(event).getFirst();
    return Concerns.of(
        recorded.envelope(), EventCodec.CURRENT.decode(recorded), before, ledger.image());
  }

  @Test
  void whatIsGoneIsInTheHistoryOfWhatItBelongedTo() {
    var vpc = EventMother.vpc("v");
    var upstream = EventMother.upstream("u", vpc.id(), EventMother.node(80, 1));
    var instance = EventMother.instance("i", vpc.id());
    var service = EventMother.service("s", null);
    DomainBound bound = EventMother.bound("a.example.com", service.id(), Environment.RELEASE);
    ledger.append(vpc, upstream, instance, service, bound);
    assertThat(concerns(new UpstreamDeleted(upstream.id())))
        .containsExactlyInAnyOrder(upstream.id().value(), vpc.id().value());
    assertThat(concerns(new InstanceDeleted(instance.id())))
        .containsExactlyInAnyOrder(instance.id().value(), vpc.id().value());
    assertThat(concerns(new DomainUnbound(bound.domain())))
        .containsExactlyInAnyOrder(
            "a.example.com", service.id().value(), service.id() + "/release");
  }
}
