package io.weir.control.traffic.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The newest requests, in one order, and no more than there is room for. */
class KeptRequestsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T11:20:42Z");

  private static KeptRequest request(String replica, String id, Instant at) {
    return AccessLine.read(replica, LogLine.of(id, at));
  }

  private static List<KeptRequest> page(KeptRequests kept, @Nullable Place after, int limit) {
    return kept.after(after, NOW).values().stream().limit(limit).toList();
  }

  /** Requests of the last minutes, many of them at the very same moment, in any order. */
  private static List<KeptRequest> some(Random random, int count, String prefix) {
    List<KeptRequest> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = NOW.minusMillis(random.nextInt(40) * 1_000L);
      some.add(request("r-" + random.nextInt(3), prefix + i, at));
    }
    Collections.shuffle(some, random);
    return some;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aWalkShowsEveryRequestThatStaysOnceWhateverComesMeanwhile(long seed) {
    Random random = new Random(seed);
    KeptRequests kept = new KeptRequests();
    List<KeptRequest> first = some(random, 300, "a-");
    first.forEach(one -> kept.add(one, NOW));
    List<Place> seen = new ArrayList<>();
    Place after = null;
    for (int page = 0; ; page++) {
      List<KeptRequest> items = page(kept, after, 7);
      if (items.isEmpty()) {
        break;
      }
      items.forEach(one -> seen.add(one.place()));
      after = Place.read(items.getLast().place().cursor("q"), "q");
      // new ones, some of them told late, and some that are known told again
      some(random, 5, "page-" + page + "-").forEach(one -> kept.add(one, NOW));
      kept.add(first.get(random.nextInt(first.size())), NOW);
    }
    assertThat(seen).doesNotHaveDuplicates().isSorted();
    assertThat(seen).containsAll(first.stream().map(KeptRequest::place).toList());
  }

  @Test
  void theOrderIsTheSameInWhicheverOrderTheyCame() {
    List<KeptRequest> some = some(new Random(5), 200, "a-");
    KeptRequests one = new KeptRequests();
    KeptRequests other = new KeptRequests();
    some.forEach(request -> one.add(request, NOW));
    some.reversed().forEach(request -> other.add(request, NOW));
    some.forEach(request -> other.add(request, NOW));
    assertThat(one.after(null, NOW).keySet())
        .containsExactlyElementsOf(other.after(null, NOW).keySet());
    assertThat(one.after(null, NOW)).hasSize(200);
  }

  @Test
  void ofMoreThanItMayHoldTheOldestGo() {
    KeptRequests kept = new KeptRequests(100, Long.MAX_VALUE);
    for (int i = 0; i < 500; i++) {
      kept.add(request("r", "id-" + i, NOW.minusSeconds(500 - i)), NOW);
    }
    kept.add(request("r", "late", NOW.minusSeconds(400)), NOW);
    assertThat(kept.after(null, NOW)).hasSize(100);
    assertThat(kept.find("id-499", NOW)).isPresent();
    assertThat(kept.find("id-400", NOW)).isPresent();
    assertThat(kept.find("id-399", NOW)).isEmpty();
    assertThat(kept.find("late", NOW)).isEmpty();
  }

  @Test
  void largeOnesTakeTheRoomOfMany() {
    KeptRequests kept = new KeptRequests(Integer.MAX_VALUE, 1 << 20);
    long most = 0;
    Random random = new Random(6);
    for (int i = 0; i < 400; i++) {
      ObjectNode line =
          LogLine.of("id-" + i, NOW.minusMillis(400 - i))
              .put("userAgent", "x".repeat(random.nextInt(40_000)));
      kept.add(AccessLine.read("r", line), NOW);
      most = Math.max(most, bytes(kept));
    }
    assertThat(most).isBetween(900_000L, 1L << 20);
  }

  private static long bytes(KeptRequests kept) {
    return kept.after(null, NOW).values().stream().mapToLong(KeptRequest::bytes).sum();
  }

  @Test
  void anHourLaterTheyAreGoneThoughNothingCame() {
    KeptRequests kept = new KeptRequests();
    kept.add(request("r", "old", NOW.minusSeconds(10)), NOW);
    Instant later = NOW.plus(Duration.ofMinutes(60));
    assertThat(kept.find("old", later)).isEmpty();
    assertThat(kept.after(null, later)).isEmpty();
    kept.add(request("r", "too old", NOW.minusSeconds(10)), later);
    kept.add(request("r", "of the future", NOW.plus(Duration.ofHours(3))), later);
    assertThat(kept.after(null, later)).isEmpty();
  }

  @Test
  void theNewestOfAnIdIsFoundAndAnOlderOneStaysInTheList() {
    KeptRequests kept = new KeptRequests();
    kept.add(request("r-1", "same", NOW.minusSeconds(5)), NOW);
    kept.add(request("r-2", "same", NOW.minusSeconds(9)), NOW);
    assertThat(kept.find("same", NOW).map(one -> one.place().replicaId())).contains("r-1");
    assertThat(kept.after(null, NOW)).hasSize(2);
  }

  @Test
  void whoWaitsForOneIsToldOfIt() {
    KeptRequests kept = new KeptRequests();
    try (var coming = kept.await("try-1")) {
      kept.add(request("r", "other", NOW), NOW);
      kept.add(request("r", "try-1", NOW), NOW);
      assertThat(coming.within(Duration.ofSeconds(30)).await().indefinitely()).isPresent();
    }
    try (var never = kept.await("try-2")) {
      assertThat(never.within(Duration.ofMillis(1)).await().indefinitely())
          .isEqualTo(Optional.empty());
    }
  }

  @Test
  void aCursorServesItsOwnQuestionAlone() {
    String cursor = new Place(NOW, "r", "id").cursor("q");
    assertThat(Place.read(cursor, "q")).isEqualTo(new Place(NOW, "r", "id"));
    Set<String> wrong =
        new HashSet<>(List.of("", "x", "WyJhIl0", cursor.substring(1), cursor + "A"));
    for (String text : wrong) {
      assertThatThrownBy(() -> Place.read(text, "q")).isInstanceOf(InvalidValueException.class);
    }
    assertThatThrownBy(() -> Place.read(cursor, "other")).isInstanceOf(InvalidValueException.class);
  }
}
