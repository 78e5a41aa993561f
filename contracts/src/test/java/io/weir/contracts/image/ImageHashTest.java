package io.weir.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.CanonicalJson;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.Json;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** One history has one hash at each position, and no two positions have the same. */
class ImageHashTest {
  @Property(tries = 60)
  void anySplitAndAnySnapshotOnTheWayGiveTheSameHash(
      @ForAll long seed, @ForAll @IntRange(max = 300) int commands, @ForAll long cuts)
      throws IOException {
    RandomHistory history = new RandomHistory(seed);
    GatewayImage plain = GatewayImage.genesis(history.ledgerId());
    GatewayDelta piece = new GatewayDelta(plain);
    Random random = new Random(cuts);
    for (int i = 0; i < commands; i++) {
      List<Recorded> events = history.next();
      plain = FoldTest.fold(plain, events);
      for (Recorded recorded : events) {
        FoldTest.replay(piece, recorded);
      }
      if (random.nextInt(8) == 0) {
        piece = new GatewayDelta(throughFile(piece.apply()));
      }
    }
    assertThat(ImageHash.of(piece.apply())).isEqualTo(ImageHash.of(plain));
  }

  @Property(tries = 20)
  void everyEventMakesAnotherHash(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int commands) {
    Map<Hash, Long> seen = new HashMap<>();
    GatewayImage image = GatewayImage.genesis(new RandomHistory(seed).ledgerId());
    seen.put(ImageHash.of(image).hash(), 0L);
    for (Recorded recorded : RandomHistory.of(seed, commands)) {
      image = FoldTest.fold(image, List.of(recorded));
      ImageHash hash = ImageHash.of(image);
      assertThat(hash.position()).isEqualTo(image.position());
      assertThat(seen.putIfAbsent(hash.hash(), hash.position())).isNull();
    }
  }

  /** The same position and the same last event, but for one field of one object. */
  @Test
  void whatTheImageHoldsCountsNotOnlyItsLastEvent() {
    GatewayImage image = image(5, 200);
    GatewayImage without =
        new GatewayImage(
            image.provenance(),
            image.upstreams().minus(image.upstreams().firstKey()),
            image.services(),
            image.vpcs(),
            image.networks(),
            image.links(),
            image.instances(),
            image.domains(),
            image.keys(),
            image.ledgerKeys(),
            new Lookup());
    assertThat(ImageHash.of(without)).isNotEqualTo(ImageHash.of(image));
  }

  /** What the page says, told a second time: from the snapshot file, with a plain JSON library. */
  @Property(tries = 10)
  void itIsTheHashOfTheSnapshotsLinesWithSortedMembers(
      @ForAll long seed, @ForAll @IntRange(max = 150) int commands) throws IOException {
    GatewayImage image = image(seed, commands);
    List<String> file = new String(bytes(image), StandardCharsets.UTF_8).lines().toList();
    StringBuilder text = new StringBuilder();
    for (String line : file.subList(0, file.size() - 1)) {
      JsonNode node = Json.MAPPER.readTree(line);
      if (node instanceof ObjectNode header && header.has("offset")) {
        header.remove("offset");
        header.put("format", "weir-image-2");
      }
      text.append(Json.MAPPER.writeValueAsString(sorted(node))).append('\n');
    }
    assertThat(ImageHash.of(image).hash()).isEqualTo(Hash.of(text.toString()));
  }

  private static Object sorted(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> members = new TreeMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
      return members;
    }
    return node.isArray() ? node.valueStream().map(ImageHashTest::sorted).toList() : node;
  }

  @Test
  void membersAreSortedAndEscapedAsRfc8785Says() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("b", List.of(2, "\u001f\n/é"));
    value.put("a", Map.of("z", true));
    value.put("A", "\uD83D\uDE80");
    assertThat(CanonicalJson.of(value))
        .isEqualTo("{\"A\":\"\uD83D\uDE80\",\"a\":{\"z\":true},\"b\":[2,\"\\u001f\\n/é\"]}");
  }

  private static GatewayImage throughFile(GatewayImage image) throws IOException {
    return Snapshot.read(new ByteArrayInputStream(bytes(image)), EventCodec.CURRENT).image();
  }

  private static byte[] bytes(GatewayImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Snapshot(image, 0).write(out);
    return out.toByteArray();
  }

  private static GatewayImage image(long seed, int commands) {
    GatewayImage genesis = GatewayImage.genesis(new RandomHistory(seed).ledgerId());
    return FoldTest.fold(genesis, RandomHistory.of(seed, commands));
  }
}
