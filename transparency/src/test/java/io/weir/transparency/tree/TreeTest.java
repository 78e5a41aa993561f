package io.weir.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.log.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The tree beside the naive one. */
class TreeTest {
  private static final List<Hash> EVENTS = Naive.events(700);
  private static final MemoryTiles TILES = new MemoryTiles(EVENTS);

  private static CompactRange appended(int size) {
    CompactRange range = CompactRange.empty();
    EVENTS.subList(0, size).forEach(range::append);
    return range;
  }

  private static Hash root(int size) {
    return Naive.root(EVENTS.subList(0, size));
  }

  @Property(tries = 100)
  void aCompactRangeHasTheRootOfAllThatWasAppended(@ForAll @IntRange(max = 700) int size) {
    CompactRange range = appended(size);

    assertThat(range.size()).isEqualTo(size);
    assertThat(range.root()).isEqualTo(root(size));
    assertThat(CompactRange.of(size, range.peaks()).root()).isEqualTo(root(size));
  }

  @Property(tries = 100)
  void tilesHaveTheRootAndTheRangeOfEverySize(@ForAll @IntRange(max = 700) int size) {
    assertThat(new TiledTree(size, TILES).root()).isEqualTo(root(size));
    assertThat(new TiledTree(size, TILES).range().peaks()).isEqualTo(appended(size).peaks());
  }

  @Property(tries = 200)
  void anEventIsProvenByTheNaivePathAndNoOtherIs(
      @ForAll @IntRange(min = 1, max = 700) int size, @ForAll @IntRange(max = 699) int any) {
    int index = any % size;

    InclusionProof proof = new TiledTree(size, TILES).inclusion(index);

    assertThat(proof.path()).isEqualTo(Naive.path(index, EVENTS.subList(0, size)));
    assertThat(proof.proves(EVENTS.get(index), root(size))).isTrue();
    assertThat(proof.proves(EVENTS.get((index + 1) % EVENTS.size()), root(size))).isFalse();
    if (size > 1) {
      var moved = new InclusionProof((index + 1) % size, size, proof.path());
      assertThat(moved.proves(EVENTS.get(index), root(size))).isFalse();
    }
  }

  @Property(tries = 200)
  void aTreeIsProvenToContinueAnEarlierOneByTheNaiveProof(
      @ForAll @IntRange(max = 700) int to, @ForAll @IntRange(max = 700) int any) {
    int from = any % (to + 1);

    ConsistencyProof proof = new TiledTree(to, TILES).consistency(from);

    assertThat(proof.path()).isEqualTo(Naive.proof(from, EVENTS.subList(0, to)));
    assertThat(proof.proves(root(from), root(to))).isEqualTo(from > 0);
    assertThat(proof.proves(Hash.of("other"), root(to))).isFalse();
    if (from > 0) {
      assertThat(proof.proves(root(from), Hash.of("other"))).isFalse();
    }
  }

  @Test
  void everyFlippedBitOfAProofIsRefused() {
    InclusionProof inclusion = new TiledTree(11, TILES).inclusion(6);
    ConsistencyProof consistency = new TiledTree(11, TILES).consistency(6);
    for (int i = 0; i < inclusion.path().size() * 256; i++) {
      var flipped = new InclusionProof(6, 11, flipped(inclusion.path(), i));
      assertThat(flipped.proves(EVENTS.get(6), root(11))).isFalse();
    }
    for (int i = 0; i < consistency.path().size() * 256; i++) {
      var flipped = new ConsistencyProof(6, 11, flipped(consistency.path(), i));
      assertThat(flipped.proves(root(6), root(11))).isFalse();
    }
  }

  private static List<Hash> flipped(List<Hash> path, int bit) {
    List<Hash> flipped = new ArrayList<>(path);
    byte[] bytes = path.get(bit / 256).bytes();
    bytes[bit % 256 / 8] ^= (byte) (1 << bit % 8);
    flipped.set(bit / 256, Hash.fromBytes(bytes));
    return flipped;
  }

  @Test
  void aProofWithAHashTooManyOrTooFewIsRefused() {
    InclusionProof proof = new TiledTree(11, TILES).inclusion(6);
    List<Hash> longer = new ArrayList<>(proof.path());
    longer.add(Hash.of("more"));
    List<Hash> shorter = proof.path().subList(0, proof.path().size() - 1);

    assertThat(new InclusionProof(6, 11, longer).proves(EVENTS.get(6), root(11))).isFalse();
    assertThat(new InclusionProof(6, 11, shorter).proves(EVENTS.get(6), root(11))).isFalse();
    assertThat(new InclusionProof(11, 11, proof.path()).proves(EVENTS.get(6), root(11))).isFalse();
    assertThat(new InclusionProof(-1, 11, proof.path()).proves(EVENTS.get(6), root(11))).isFalse();
  }

  @Test
  void whatATreeDoesNotHoldIsNotProven() {
    assertThatThrownBy(() -> new TiledTree(5, TILES).inclusion(5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TiledTree(5, TILES).consistency(6))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CompactRange.of(5, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 50)
  void recentRootsAreKnownAndOlderOnesAreNot(
      @ForAll @IntRange(max = 700) int size, @ForAll @IntRange(min = 1, max = 50) int kept) {
    var recent = new RecentRoots(CompactRange.empty(), kept);
    EVENTS.subList(0, size).forEach(recent::append);

    assertThat(recent.size()).isEqualTo(size);
    for (int at = 0; at <= size + 1; at++) {
      boolean known = at <= size && at >= size - kept;
      assertThat(recent.rootAt(at).isPresent()).isEqualTo(known);
      if (known) {
        assertThat(recent.rootAt(at)).contains(root(at));
      }
    }
  }

  @Property(tries = 30)
  void tilesThatWereWrittenInStepsAreThoseOfTheSpecification(
      @ForAll @IntRange(max = 700) int first, @ForAll @IntRange(max = 700) int second) {
    int middle = Math.min(first, second);
    int size = Math.max(first, second);
    Map<String, byte[]> kept = new HashMap<>();
    Tiles read = tile -> Objects.requireNonNull(kept.get(tile.level() + "/" + tile.index()));
    for (int[] step : new int[][] {{0, middle}, {middle, size}}) {
      var writer = new TileWriter(step[0], read);
      EVENTS.subList(step[0], step[1]).forEach(writer::append);
      writer.changed().forEach(w -> kept.put(w.level() + "/" + w.index(), w.hashes()));
      assertThat(writer.changed()).isEmpty();
      assertThat(writer.size()).isEqualTo(step[1]);
    }

    var expected = new MemoryTiles(EVENTS.subList(0, size));
    kept.forEach(
        (name, hashes) -> {
          int level = Integer.parseInt(name.split("/", 2)[0]);
          long index = Long.parseLong(name.split("/", 2)[1]);
          int width = hashes.length / Merkle.HASH_BYTES;
          assertThat(expected.read(new Tile(level, index, width))).isEqualTo(hashes);
        });
    assertThat(new TiledTree(size, read).root()).isEqualTo(root(size));
  }
}
