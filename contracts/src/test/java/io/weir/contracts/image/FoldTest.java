package io.weir.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any history, read in any way, gives the one image that a plain second telling of it gives. */
class FoldTest {
  @Property(tries = 100)
  void anySplitIntoDeltasGivesTheSameImage(
      @ForAll long seed, @ForAll @IntRange(max = 400) int commands, @ForAll long cuts) {
    RandomHistory history = new RandomHistory(seed);
    GatewayDelta whole = new GatewayDelta(GatewayImage.genesis(history.ledgerId()));
    GatewayDelta piece = new GatewayDelta(whole.base());
    Chain chain = Chain.genesis(history.ledgerId());
    Random random = new Random(cuts);
    for (int i = 0; i < commands; i++) {
      for (Recorded recorded : history.next()) {
        assertThat(chain.step(recorded)).isEqualTo(Chain.Step.APPLY);
        chain = chain.after(recorded);
        replay(whole, recorded);
        replay(piece, recorded);
        if (random.nextInt(4) == 0) {
          piece = new GatewayDelta(piece.apply());
        }
      }
    }
    GatewayImage image = whole.apply();
    assertThat(piece.apply()).isEqualTo(image);
    assertThat(image.provenance().chain()).isEqualTo(chain);
    assertThat(Telling.of(image)).isEqualTo(Telling.of(history.world()));
  }

  @Property(tries = 100)
  void anySnapshotAndTheEventsAfterItGiveTheSameImage(
      @ForAll long seed, @ForAll @IntRange(max = 400) int commands, @ForAll long cut) {
    List<Recorded> events = RandomHistory.of(seed, commands);
    GatewayImage genesis = GatewayImage.genesis(new RandomHistory(seed).ledgerId());
    int at = events.isEmpty() ? 0 : Math.floorMod(cut, events.size());
    GatewayImage then = fold(genesis, events.subList(0, at));

    GatewayImage restored = throughEvents(then);

    assertThat(restored).isEqualTo(then);
    assertThat(fold(restored, events.subList(at, events.size()))).isEqualTo(fold(genesis, events));
  }

  @Property(tries = 40)
  void everyImageAtTheEndOfACommandIsConsistentAndTheDeltaSaysSoToo(
      @ForAll long seed, @ForAll @IntRange(max = 200) int commands) {
    RandomHistory history = new RandomHistory(seed);
    GatewayImage image = GatewayImage.genesis(history.ledgerId());
    for (int i = 0; i < commands; i++) {
      GatewayDelta delta = new GatewayDelta(image);
      history.next().forEach(recorded -> replay(delta, recorded));
      image = delta.apply();
      assertThat(image.check()).isEmpty();
      assertThat(delta.check()).isEmpty();
    }
  }

  @Property(tries = 40)
  void whatADeltaDoesNotNameAsTouchedIsTheVerySameObject(
      @ForAll long seed, @ForAll @IntRange(max = 200) int commands, @ForAll long cut) {
    List<Recorded> events = RandomHistory.of(seed, commands);
    GatewayImage genesis = GatewayImage.genesis(new RandomHistory(seed).ledgerId());
    int at = events.isEmpty() ? 0 : Math.floorMod(cut, events.size());
    GatewayImage before = fold(genesis, events.subList(0, at));
    GatewayDelta delta = new GatewayDelta(before);
    events.subList(at, events.size()).forEach(recorded -> replay(delta, recorded));
    GatewayImage after = delta.apply();

    untouched(before.upstreams(), after.upstreams(), delta.touchedUpstreams());
    untouched(before.services(), after.services(), delta.touchedServices());
    untouched(before.vpcs(), after.vpcs(), delta.touchedVpcs());
    untouched(before.networks(), after.networks(), delta.touchedNetworks());
    untouched(before.links(), after.links(), delta.touchedLinks());
    untouched(before.instances(), after.instances(), delta.touchedInstances());
    untouched(before.domains(), after.domains(), delta.touchedDomains());
    untouched(before.keys(), after.keys(), delta.touchedKeys());
  }

  private static <K, V> void untouched(Map<K, V> before, Map<K, V> after, Set<K> touched) {
    var all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    all.removeAll(touched);
    assertThat(all).allSatisfy(id -> assertThat(after.get(id)).isSameAs(before.get(id)));
  }

  static GatewayImage throughEvents(GatewayImage image) {
    GatewayDelta delta = new GatewayDelta(GatewayImage.genesis(image.provenance().ledgerId()));
    ImageWriter.write(image, delta::replay);
    return delta.apply(image.provenance());
  }

  static void replay(GatewayDelta delta, Recorded recorded) {
    delta.replay(recorded, EventCodec.CURRENT.decode(recorded));
  }

  static GatewayImage fold(GatewayImage from, List<Recorded> events) {
    GatewayDelta delta = new GatewayDelta(from);
    events.forEach(recorded -> replay(delta, recorded));
    return delta.apply();
  }
}
