package io.weir.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** After a right image, a delta that looks at what was touched finds what a look at all finds. */
class DeltaCheckTest {
  @Property(tries = 30)
  void whatBreaksARuleIsFoundByTheDeltaAsByTheImage(@ForAll long seed, @ForAll long choice) {
    Random random = new Random(choice);
    GatewayImage base =
        FoldTest.fold(
            GatewayImage.genesis(new RandomHistory(seed).ledgerId()), RandomHistory.of(seed, 300));
    for (GatewayEvent breaking : breaking(base, random)) {
      GatewayDelta delta = new GatewayDelta(base);
      delta.replay(new Revision(1, base.position() + 1, Instant.EPOCH), breaking);
      assertThat(delta.check())
          .as("%s", breaking)
          .containsExactlyInAnyOrderElementsOf(delta.apply().check());
    }
  }

  /** One event for each object that may take something away from another, or clash with one. */
  private static List<GatewayEvent> breaking(GatewayImage image, Random random) {
    List<GatewayEvent> events = new ArrayList<>();
    image.vpcs().keySet().forEach(id -> events.add(new VpcDeleted(id)));
    image.networks().keySet().forEach(id -> events.add(new NetworkDeleted(id)));
    image.instances().keySet().forEach(id -> events.add(new InstanceDeleted(id)));
    image.upstreams().keySet().forEach(id -> events.add(new UpstreamDeleted(id)));
    for (Service service : image.services().values()) {
      events.add(new ServiceDeleted(service.id()));
      ServiceSettings is = service.settings();
      events.add(
          new ServiceChanged(service.id(), new ServiceSettings(is.name(), is.description(), null)));
      for (Release release : service.releases()) {
        events.add(new EnvironmentSwitched(service.id(), Environment.PREPUB, release.id()));
      }
      List<Api> apis = List.copyOf(service.apis().values());
      for (Api api : apis) {
        Api other = apis.get(random.nextInt(apis.size()));
        events.add(new ApiChanged(api.id(), service.id(), other.definition()));
      }
    }
    return events;
  }
}
