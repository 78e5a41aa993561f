package io.weir.contracts.log;

import static io.weir.contracts.log.Chain.Step.APPLY;
import static io.weir.contracts.log.Chain.Step.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.value.KeyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader notices everything that is not the next event of its own history. */
class ChainTest {
  private static final UUID LEDGER = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final Chain GENESIS = Chain.genesis(LEDGER);
  private static final Recorded ONE = Recorded.of(envelope(GENESIS, "first"), "{\"x\":1}");
  private static final Chain AFTER_ONE = GENESIS.after(ONE);
  private static final Recorded TWO = Recorded.of(envelope(AFTER_ONE, "second"), "{\"x\":2}");
  private static final Chain AFTER_TWO = AFTER_ONE.after(TWO);

  @Test
  void theNextEventIsApplied() {
    assertThat(GENESIS.step(ONE)).isEqualTo(APPLY);
    assertThat(AFTER_ONE.step(TWO)).isEqualTo(APPLY);
    assertThat(AFTER_TWO).isEqualTo(new Chain(LEDGER, 2, TWO.hash()));
  }

  @Test
  void anEventSeenBeforeIsADuplicate() {
    assertThat(AFTER_ONE.step(ONE)).isEqualTo(DUPLICATE);
    assertThat(AFTER_TWO.step(ONE)).isEqualTo(DUPLICATE);
    assertThat(AFTER_TWO.step(TWO)).isEqualTo(DUPLICATE);
  }

  @Test
  void aGapIsFound() {
    assertThatThrownBy(() -> GENESIS.step(TWO))
        .isInstanceOf(BrokenChainException.class)
        .hasMessage("event 2 follows event 0: the events between are missing");
  }

  @Test
  void aForkIsFoundAtItsFirstEvent() {
    Recorded fork = Recorded.of(envelope(GENESIS, "another first"), "{\"x\":1}");
    assertThatThrownBy(() -> AFTER_ONE.step(fork))
        .isInstanceOf(BrokenChainException.class)
        .hasMessage("event 1 has hash %s where %s was seen before", fork.hash(), ONE.hash());
  }

  @Test
  void aForkIsFoundWhereItContinues() {
    Chain forked = GENESIS.after(Recorded.of(envelope(GENESIS, "another first"), "{}"));
    Recorded later = Recorded.of(envelope(forked, "second"), "{\"x\":2}");
    assertThatThrownBy(() -> AFTER_ONE.step(later))
        .isInstanceOf(BrokenChainException.class)
        .hasMessage(
            "event 2 continues from hash %s, not from %s: another history",
            forked.hash(), AFTER_ONE.hash());
  }

  @Test
  void anotherLedgerIsFoundAtOnce() {
    Recorded foreign = Recorded.of(envelope(Chain.genesis(OTHER), "first"), "{}");
    assertThatThrownBy(() -> GENESIS.step(foreign))
        .isInstanceOf(BrokenChainException.class)
        .hasMessage("event 1 belongs to ledger %s, not %s", OTHER, LEDGER);
  }

  @Test
  void aPositionBeforeTheFirstIsNoDuplicate() {
    Recorded zero = Recorded.of(envelope(new Chain(LEDGER, -1, GENESIS.hash()), "x"), "{}");
    assertThatThrownBy(() -> AFTER_TWO.step(zero))
        .isInstanceOf(BrokenChainException.class)
        .hasMessage("event 0 cannot be: positions start at 1");
  }

  /** One alteration of every field, and of what two fields could exchange unnoticed. */
  static List<Alteration> alterations() {
    return List.of(
        altered("ledgerId", e -> with(e, 0, OTHER)),
        altered("position", e -> with(e, 1, 3L)),
        altered("stream", e -> with(e, 2, "upstream/upstream-00000000")),
        altered("version", e -> with(e, 3, 2L)),
        altered("commitStart", e -> with(e, 4, 1L)),
        altered("commitSize", e -> with(e, 5, 2)),
        altered("id", e -> with(e, 6, OTHER)),
        altered("type", e -> with(e, 7, "upstream.deleted.v2")),
        altered("subjects", e -> with(e, 8, List.of("a", "b", "c"))),
        altered("subjects joined", e -> with(e, 8, List.of("a b"))),
        altered("subjects in another order", e -> with(e, 8, List.of("b", "a"))),
        altered("subjects gone", e -> with(e, 8, List.of())),
        altered("subjects replaced by an empty one", e -> with(e, 8, List.of(""))),
        altered("actor", e -> with(e, 9, "mallory")),
        altered("authentication", e -> with(e, 10, Authentication.NONE)),
        altered("authentication gone", e -> with(e, 10, null)),
        altered("reason", e -> with(e, 11, "another")),
        altered("reason gone", e -> with(e, 11, null)),
        altered("reason emptied", e -> with(e, 11, "")),
        altered("reason moved to actor", e -> with(with(e, 11, null), 9, "ada" + "second")),
        altered("commandId", e -> with(e, 12, OTHER)),
        altered("correlation", e -> with(e, 13, "")),
        altered("recordedAt", e -> with(e, 14, e.recordedAt().plusNanos(1000))),
        altered("prevHash", e -> with(e, 15, Hash.of("other"))));
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void anAlteredFieldIsFound(Alteration alteration) {
    Envelope envelope = alteration.change().apply(TWO.envelope());
    assertThat(envelope).isNotEqualTo(TWO.envelope());
    assertThat(Chain.hash(envelope, TWO.data())).isNotEqualTo(TWO.hash());
    assertThatThrownBy(() -> AFTER_ONE.step(new Recorded(envelope, TWO.data(), TWO.hash())))
        .isInstanceOf(BrokenChainException.class);
  }

  @Test
  void noTwoAlterationsHaveTheSameHash() {
    List<Hash> hashes = new ArrayList<>();
    for (Alteration alteration : alterations()) {
      hashes.add(Chain.hash(alteration.change().apply(TWO.envelope()), TWO.data()));
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void everyFieldOfTheEnvelopeIsAmongTheAlterations() {
    Set<String> names = alterations().stream().map(Alteration::what).collect(Collectors.toSet());
    assertThat(names)
        .containsAll(
            Stream.of(Envelope.class.getRecordComponents()).map(c -> c.getName()).toList());
  }

  @Test
  void alteredDataIsFound() {
    Recorded altered = new Recorded(TWO.envelope(), "{\"x\": 2}", TWO.hash());
    assertThatThrownBy(() -> AFTER_ONE.step(altered))
        .isInstanceOf(BrokenChainException.class)
        .hasMessage("event 2 does not match its hash: it was altered");
  }

  @Test
  void anAlteredHashIsFound() {
    Recorded altered = new Recorded(TWO.envelope(), TWO.data(), Hash.of("forged"));
    assertThatThrownBy(() -> AFTER_ONE.step(altered))
        .isInstanceOf(BrokenChainException.class)
        .hasMessage("event 2 does not match its hash: it was altered");
  }

  @Property(tries = 30)
  void duplicatesAnywhereChangeNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int commands) {
    List<Recorded> events = RandomHistory.of(seed, commands);
    Chain chain = Chain.genesis(events.getFirst().envelope().ledgerId());
    for (int i = 0; i < events.size(); i++) {
      assertThat(chain.step(events.get(i))).isEqualTo(APPLY);
      chain = chain.after(events.get(i));
      for (Recorded seen : events.subList(Math.max(0, i - 3), i + 1)) {
        assertThat(chain.step(seen)).isEqualTo(DUPLICATE);
      }
    }
  }

  /** What was recorded before anybody asked who it was. */
  @Test
  void anEventWithoutAuthenticationIsHashedOverFifteenTextsAndVerifies() {
    Recorded old = Recorded.of(with(envelope(GENESIS, "first"), 10, null), "{\"x\":1}");
    assertThat(GENESIS.step(old)).isEqualTo(APPLY);
    Recorded next = Recorded.of(envelope(GENESIS.after(old), "second"), "{\"x\":2}");
    assertThat(GENESIS.after(old).step(next)).isEqualTo(APPLY);
    assertThat(old.hash()).isNotEqualTo(ONE.hash());
  }

  /** The bytes of sixteen texts are never those of fifteen, whatever is in them. */
  @Test
  void whatIsTakenOutOfAnEventDoesNotFitIntoItsNeighbour() {
    Envelope without = with(TWO.envelope(), 10, null);
    List<Hash> hashes = new ArrayList<>(List.of(TWO.hash(), Chain.hash(without, TWO.data())));
    for (String moved : List.of("ada,21:key/key-4n5bfklc", "ada,key/key-4n5bfklc")) {
      hashes.add(Chain.hash(with(without, 9, moved), TWO.data()));
      hashes.add(Chain.hash(with(without, 11, moved), TWO.data()));
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void aCommandEndsWithItsLastEvent() {
    Envelope first = with(with(ONE.envelope(), 4, 1L), 5, 2);
    assertThat(first.endsCommit()).isFalse();
    assertThat(with(first, 1, 2L).endsCommit()).isTrue();
  }

  record Alteration(String what, Function<Envelope, Envelope> change) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Alteration altered(String what, Function<Envelope, Envelope> change) {
    return new Alteration(what, change);
  }

  private static Envelope envelope(Chain after, String reason) {
    return new Envelope(
        after.ledgerId(),
        after.position() + 1,
        "upstream/upstream-4n5bfklc",
        1,
        after.position() + 1,
        1,
        UUID.fromString("00000000-0000-4000-8000-00000000000a"),
        "upstream.deleted.v1",
        List.of("a", "b"),
        "ada",
        Authentication.key(new KeyId("key-4n5bfklc")),
        reason,
        UUID.fromString("00000000-0000-4000-8000-00000000000b"),
        "trace",
        Instant.parse("2026-01-01T00:00:00.000001Z"),
        after.hash());
  }

  /** The envelope with its n-th component replaced. */
  private static Envelope with(Envelope envelope, int component, Object value) {
    var components = Envelope.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        values[i] = i == component ? value : components[i].getAccessor().invoke(envelope);
        types[i] = components[i].getType();
      }
      return Envelope.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Envelope is a record", e);
    }
  }
}
