package io.weir.dataplane.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.TopicRecord;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyLoaderTest {
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final FakeLedger ledger = new FakeLedger();
  private final List<Long> published = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };
  private CopyLoader loader = loader();

  private CopyLoader loader() {
    ImagePublisher publisher =
        new ImagePublisher() {
          @Override
          public void publish(GatewayImage image) {
            published.add(image.position());
          }

          @Override
          public void publish(GatewayImage image, GatewayDelta delta) {
            published.add(image.position());
          }
        };
    return new CopyLoader(publisher, () -> {}, clock, GRACE);
  }

  private static List<TopicRecord> records(List<Recorded> events) {
    return events.stream()
        .map(
            event ->
                new TopicRecord(
                    event.envelope().position() - 1, KafkaHeaders.of(event), event.data()))
        .toList();
  }

  private List<Recorded> append(int commandSize) {
    List<GatewayEvent> events = new ArrayList<>();
    for (int i = 0; i < commandSize; i++) {
      events.add(EventMother.vpc("v" + ledger.history().size() + "_" + i));
    }
    return ledger.append(events);
  }

  private void goLive() {
    loader.found(0);
    loader.caughtUp();
  }

  @Test
  void aNodeThatNeverServedPublishesNothingBeforeItHasCaughtUp() {
    loader.found(2);
    assertThat(loader.load(records(append(1)))).isTrue();
    assertThat(loader.load(records(append(1)))).isTrue();
    assertThat(published).isEmpty();
    assertThat(loader.ready()).isFalse();
    loader.caughtUp();
    assertThat(published).containsExactly(2L);
    assertThat(loader.ready()).isTrue();
    assertThat(loader.state()).isEqualTo(new ReplicaState.Live(2));
    assertThat(loader.image()).isEqualTo(ledger.image());
  }

  @Test
  void whatOnePollReturnsIsOneImage() {
    goLive();
    List<Recorded> events = new ArrayList<>(append(1));
    events.addAll(append(3));
    events.addAll(append(1));
    loader.load(records(events));
    assertThat(published).containsExactly(5L);
  }

  @Test
  void halfACommandWaitsForTheOtherHalf() {
    goLive();
    append(1);
    List<Recorded> command = append(3);
    loader.load(records(ledger.history().subList(0, 1)));
    loader.load(records(command.subList(0, 2)));
    assertThat(published).containsExactly(1L);
    assertThat(loader.state().position()).isEqualTo(1);
    loader.load(records(command.subList(2, 3)));
    assertThat(published).containsExactly(1L, 4L);
    assertThat(loader.image()).isEqualTo(ledger.image());
  }

  @Test
  void whatIsReadTwiceIsDropped() {
    goLive();
    append(1);
    append(1);
    loader.load(records(ledger.history()));
    loader.load(records(ledger.history()));
    assertThat(published).containsExactly(2L);
  }

  @Test
  void aGapIsStuckOnTheLastWholeCommandAndCanBeResolved() {
    goLive();
    append(1);
    List<Recorded> missing = append(1);
    append(1);
    List<Recorded> gapped = new ArrayList<>(ledger.history());
    gapped.removeAll(missing);
    assertThat(loader.load(records(gapped))).isFalse();
    assertThat(published).containsExactly(1L);
    assertThat(loader.state()).isInstanceOf(ReplicaState.Stuck.class);
    assertThat(loader.state().position()).isEqualTo(1);
    assertThat(loader.rereadMayHelp()).isTrue();
    assertThat(loader.ready()).isTrue();

    loader.found(3);
    assertThat(loader.load(records(ledger.history()))).isTrue();
    loader.caughtUp();
    assertThat(loader.state()).isEqualTo(new ReplicaState.Live(3));
    assertThat(loader.image()).isEqualTo(ledger.image());
  }

  @Test
  void anotherHistoryIsStuckButServing() {
    goLive();
    loader.load(records(append(1)));
    FakeLedger other = new FakeLedger();
    other.append(EventMother.vpc("other"));
    other.append(EventMother.vpc("another"));
    assertThat(loader.load(records(other.history()))).isFalse();
    assertThat(loader.state())
        .isInstanceOfSatisfying(
            ReplicaState.Stuck.class, stuck -> assertThat(stuck.reason()).contains("ledger"));
    assertThat(loader.image()).isEqualTo(ledger.image());
  }

  @Test
  void anUnknownEventIsStuckAndReadingAgainDoesNotHelp() {
    goLive();
    loader.load(records(append(1)));
    assertThat(loader.load(List.of(unknown(ledger.history().getLast())))).isFalse();
    assertThat(loader.state())
        .isInstanceOfSatisfying(
            ReplicaState.Stuck.class,
            stuck ->
                assertThat(stuck.reason())
                    .isEqualTo(
                        "event 2 (%2$s by %1$s) cannot be read: this version of Weir knows no event"
                            + " type %2$s",
                        ledger.history().getLast().envelope().actor(), "upstream.teleported.v1"));
    assertThat(loader.rereadMayHelp()).isFalse();
    assertThat(loader.ready()).isTrue();
    assertThat(published).containsExactly(1L);
  }

  @Test
  void anEventThatCannotBeAppliedIsStuckAndNamesItsActor() {
    goLive();
    loader.load(records(append(1)));
    Recorded last = ledger.history().getLast();
    TopicRecord bad = after(last, "upstream.deleted.v1", "{\"id\":\"upstream-00000000\"}");
    assertThat(loader.load(List.of(bad))).isFalse();
    assertThat(loader.state())
        .isInstanceOfSatisfying(
            ReplicaState.Stuck.class,
            stuck ->
                assertThat(stuck.reason())
                    .startsWith(
                        "event 2 (upstream.deleted.v1 by " + last.envelope().actor() + ") cannot")
                    .contains("upstream-00000000"));
    assertThat(loader.image()).isEqualTo(ledger.image());
  }

  @Test
  void aNodeThatNeverServedIsStuckOnWhatItHasAndNotReady() {
    loader.found(2);
    loader.load(records(append(2)));
    assertThat(loader.load(List.of(unknown(ledger.history().getLast())))).isFalse();
    assertThat(published).containsExactly(2L);
    assertThat(loader.state().position()).isEqualTo(2);
    assertThat(loader.ready()).isFalse();
  }

  private static TopicRecord unknown(Recorded after) {
    return after(after, "upstream.teleported.v1", "{}");
  }

  /** What continues the chain, whether it makes sense or not. */
  private static TopicRecord after(Recorded after, String type, String data) {
    Envelope last = after.envelope();
    Envelope next =
        new Envelope(
            last.ledgerId(),
            last.position() + 1,
            last.stream(),
            last.version() + 1,
            last.position() + 1,
            1,
            last.id(),
            type,
            last.subjects(),
            last.actor(),
            last.authentication(),
            null,
            last.commandId(),
            last.correlation(),
            last.recordedAt(),
            after.hash());
    Recorded recorded = Recorded.of(next, data);
    return new TopicRecord(next.position() - 1, KafkaHeaders.of(recorded), recorded.data());
  }

  @Test
  void aDefectOfTheReaderIsStuckButServing() {
    goLive();
    loader.load(records(append(1)));
    loader.failed(new NoClassDefFoundError("io/weir/Gone"));
    assertThat(loader.state()).isEqualTo(new ReplicaState.Stuck(1, "io/weir/Gone"));
    assertThat(loader.ready()).isTrue();
    assertThat(loader.image()).isEqualTo(ledger.image());

    loader.found(1);
    assertThat(loader.state()).isInstanceOf(ReplicaState.Stuck.class);
    loader.caughtUp();
    assertThat(loader.state()).isEqualTo(new ReplicaState.Live(1));
  }

  @Test
  void whatIsNoRecordOfALedgerIsStuck() {
    goLive();
    assertThat(loader.load(List.of(new TopicRecord(7, Map.of(), "hello")))).isFalse();
    assertThat(loader.state())
        .isInstanceOfSatisfying(
            ReplicaState.Stuck.class,
            stuck -> assertThat(stuck.reason()).startsWith("the record at offset 7 "));
  }

  @Test
  void aSnapshotIsServedAtOnceAndReadyOnceKafkaIsAwayForTheGrace() {
    append(2);
    loader.restore(ledger.image());
    assertThat(published).containsExactly(2L);
    assertThat(loader.state()).isEqualTo(new ReplicaState.Restored(2));
    assertThat(loader.ready()).isFalse();
    loader.lost("gone");
    assertThat(loader.ready()).isFalse();
    now = now.plus(GRACE);
    assertThat(loader.ready()).isTrue();
  }

  @Test
  void aNodeWithNothingIsNeverReadyWithoutKafka() {
    loader.lost("gone");
    now = now.plus(Duration.ofDays(1));
    assertThat(loader.ready()).isFalse();
    assertThat(loader.state()).isEqualTo(new ReplicaState.Cold());
  }

  @Test
  void losingKafkaTakesNothingAway() {
    goLive();
    loader.load(records(append(1)));
    loader.lost("gone");
    assertThat(loader.state()).isEqualTo(new ReplicaState.Detached(1, now));
    assertThat(loader.ready()).isTrue();
    loader.answered();
    assertThat(loader.state()).isEqualTo(new ReplicaState.Live(1));
  }

  @Test
  void aSnapshotThatContinuesInTheLogIsJoined() {
    append(2);
    loader.restore(ledger.image());
    append(1);
    loader.found(3);
    assertThat(loader.load(records(ledger.history().subList(1, 3)))).isTrue();
    loader.caughtUp();
    assertThat(loader.image()).isEqualTo(ledger.image());
  }

  @Test
  void aSnapshotOfAnotherHistoryIsServedButStuck() {
    append(1);
    loader.restore(ledger.image());
    FakeLedger other = new FakeLedger();
    other.append(EventMother.vpc("other"));
    loader.found(1);
    assertThat(loader.load(records(other.history()))).isFalse();
    assertThat(loader.state()).isInstanceOf(ReplicaState.Stuck.class);
    assertThat(loader.ready()).isTrue();
    assertThat(loader.image()).isEqualTo(ledger.image());
  }
}
