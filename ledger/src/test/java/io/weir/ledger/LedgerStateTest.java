package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Recorded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class LedgerStateTest {
  @Tag("slow")
  @Property(tries = 30)
  void everyStreamThatMayGoOnHasItsNextVersionAndNoOtherIsRemembered(@ForAll long seed) {
    List<Recorded> history = RandomHistory.of(seed, 400);
    Map<String, Long> versions = new HashMap<>();
    history.forEach(event -> versions.put(event.envelope().stream(), event.envelope().version()));

    LedgerState state =
        LedgerState.genesis(history.getFirst().envelope().ledgerId()).afterReading(history);

    Set<String> mayGoOn = streams(state.image());
    versions.keySet().stream().filter(s -> s.startsWith("domain/")).forEach(mayGoOn::add);
    assertThat(state.versions().keySet()).containsExactlyInAnyOrderElementsOf(mayGoOn);
    assertThat(mayGoOn).allMatch(s -> state.nextVersion(s) == versions.get(s) + 1);
  }

  private static Set<String> streams(GatewayImage image) {
    Set<String> streams = new HashSet<>();
    image.upstreams().keySet().forEach(id -> streams.add("upstream/" + id));
    image.vpcs().keySet().forEach(id -> streams.add("vpc/" + id));
    image.networks().keySet().forEach(id -> streams.add("ccn/" + id));
    image.instances().keySet().forEach(id -> streams.add("instance/" + id));
    image.keys().keySet().forEach(id -> streams.add("key/" + id));
    image.ledgerKeys().keySet().forEach(id -> streams.add("ledger-key/" + id));
    image
        .services()
        .forEach(
            (id, service) -> {
              streams.add("service/" + id);
              service.apis().keySet().forEach(api -> streams.add("api/" + api));
            });
    return streams;
  }
}
