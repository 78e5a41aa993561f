package io.weir.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.history.Applied;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.log.Recorded;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random histories, and what becomes of every object's content by the changes of its events. */
class ChangesOfHistoriesTest {
  private final Map<String, ObjectNode> contents = new TreeMap<>();

  @Property(tries = 60)
  void allChangesOfAnObjectAppliedToNothingAreItsContent(@ForAll long seed) {
    contents.clear();
    RandomHistory history = new RandomHistory(seed);
    GatewayImage image = GatewayImage.genesis(history.ledgerId());
    for (int i = 0; i < 150; i++) {
      for (Recorded recorded : history.next()) {
        image = follow(image, recorded);
      }
      assertThat(present()).isEqualTo(expected(image));
    }
  }

  @Property(tries = 40)
  void theDifferenceOfTwoImagesLeadsFromOneToTheOther(@ForAll long seed) {
    contents.clear();
    RandomHistory history = new RandomHistory(seed);
    GatewayImage early = GatewayImage.genesis(history.ledgerId());
    GatewayImage image = early;
    for (int i = 0; i < 120; i++) {
      for (Recorded recorded : history.next()) {
        var delta = new GatewayDelta(image);
        delta.replay(recorded, EventCodec.CURRENT.decode(recorded));
        image = delta.apply();
      }
      if (i % 30 == 29) {
        for (ObjectDifference object : ImageDifferences.between(early, image)) {
          object.changes().forEach(change -> apply(object.stream(), change));
          assertThat(object.change() == ObjectDifference.Change.DELETED)
              .isEqualTo(content(object.stream()).isEmpty());
        }
        assertThat(present()).isEqualTo(expected(image));
        early = image;
      }
    }
    assertThat(ImageDifferences.between(image, image)).isEmpty();
  }

  private GatewayImage follow(GatewayImage before, Recorded recorded) {
    var event = EventCodec.CURRENT.decode(recorded);
    var delta = new GatewayDelta(before);
    delta.replay(recorded, event);
    GatewayImage after = delta.apply();
    for (Difference change : Differences.of(event, before, after)) {
      assertThat(change.from()).isNotEqualTo(change.to());
      apply(event.stream(), change);
    }
    if (event instanceof ServiceDeleted(var id)) {
      // drafts go with their service, and no event says so of each
      Service gone = before.services().get(id);
      assertThat(gone).isNotNull();
      gone.apis().keySet().forEach(api -> contents.remove("api/" + api));
    }
    return after;
  }

  private void apply(String stream, Difference change) {
    Applied.set(content(stream), change.pointer(), change.to());
  }

  private ObjectNode content(String stream) {
    return contents.computeIfAbsent(stream, _ -> JsonNodeFactory.instance.objectNode());
  }

  private Map<String, ObjectNode> present() {
    return contents.entrySet().stream()
        .filter(object -> !object.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, ObjectNode> expected(GatewayImage image) {
    Map<String, ObjectNode> expected = new TreeMap<>();
    image.vpcs().forEach((id, it) -> expected.put("vpc/" + id, Content.of(it)));
    image.upstreams().forEach((id, it) -> expected.put("upstream/" + id, Content.of(it)));
    image.instances().forEach((id, it) -> expected.put("instance/" + id, Content.of(it)));
    image.domains().forEach((id, it) -> expected.put("domain/" + id, Content.of(it)));
    image.keys().forEach((id, it) -> expected.put("key/" + id, Content.of(it)));
    image.ledgerKeys().forEach((id, it) -> expected.put("ledger-key/" + id, Content.of(it)));
    image
        .networks()
        .forEach((id, it) -> expected.put("ccn/" + id, Content.of(it, image.linksOf(id))));
    image
        .services()
        .forEach(
            (id, it) -> {
              expected.put("service/" + id, Content.of(it, null));
              it.apis().forEach((api, draft) -> expected.put("api/" + api, Content.of(draft)));
            });
    return expected;
  }
}
