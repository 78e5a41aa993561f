package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.ServiceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyMapTest {
  @Property(tries = 200)
  void behavesLikeAnyMap(
      @ForAll @Size(max = 600) List<@IntRange(min = -300, max = 300) Integer> steps) {
    KeyMap<String> map = KeyMap.empty();
    Map<Long, String> reference = new HashMap<>();
    for (int step : steps) {
      // few shards, so that keys collide
      long key = (long) Math.abs(step) << 40;
      if (step >= 0) {
        map = map.with(key, "v" + step);
        reference.put(key, "v" + step);
      } else {
        map = map.without(key);
        reference.remove(key);
      }
    }
    assertThat(map.size()).isEqualTo(reference.size());
    assertThat(map.values()).containsExactlyInAnyOrderElementsOf(reference.values());
    for (long step = 0; step <= 300; step++) {
      assertThat(map.get(step << 40)).isEqualTo(reference.get(step << 40));
    }
  }

  @Test
  void aChangeLeavesTheOriginalAlone() {
    KeyMap<String> before = KeyMap.<String>empty().with(1, "one");
    KeyMap<String> after = before.with(1, "uno").with(2, "due");
    assertThat(before.get(1)).isEqualTo("one");
    assertThat(before.get(2)).isNull();
    assertThat(after.get(1)).isEqualTo("uno");
  }

  @Test
  void theFirstLabelOfAHostNamesTheServiceInAnyCase() {
    long key = IdKey.of(new ServiceId("service-ab12cd34"));
    assertThat(IdKey.ofHost("service-ab12cd34")).isEqualTo(key);
    assertThat(IdKey.ofHost("service-ab12cd34:8000")).isEqualTo(key);
    assertThat(IdKey.ofHost("SERVICE-AB12CD34.localhost:8000")).isEqualTo(key);
    assertThat(IdKey.ofHost("service-ab12cd34x.localhost")).isEqualTo(IdKey.NONE);
    assertThat(IdKey.ofHost("service-ab12cd3.localhost")).isEqualTo(IdKey.NONE);
    assertThat(IdKey.ofHost("service-ab12_d34.localhost")).isEqualTo(IdKey.NONE);
    assertThat(IdKey.ofHost("localhost")).isEqualTo(IdKey.NONE);
  }
}
