package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Environment;
import io.weir.testing.Backends;
import io.weir.testing.event.EventMother;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the configuration was, and that images make no difference to it but time. */
@Tag("slow")
class PastTest {
  private static final int EVERY = 10;
  private static final LedgerOptions OPTIONS =
      new LedgerOptions(
          1000,
          64,
          Duration.ofSeconds(2),
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          EVERY,
          20);

  private TestDatabase database;
  private TestLedger opened;

  @BeforeEach
  void open() {
    database = TestDatabase.create(Backends.start().postgres());
    opened = TestLedger.open(database, OPTIONS);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  private void restart() {
    opened.close();
    opened = TestLedger.open(database, OPTIONS);
  }

  private void append(GatewayEvent... events) {
    get(opened.ledger().append(Commands.record(events), Commands.CONTEXT, Commands.DONE));
  }

  private static <T> T get(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }

  /** Commands of one or two events; every third VPC goes again. */
  private void history(int commands) {
    for (int i = 0; i < commands; i++) {
      var vpc = EventMother.vpc(Commands.name());
      var upstream = EventMother.upstream(Commands.name(), vpc.id(), EventMother.node(80, 1));
      if (i % 3 == 0) {
        append(vpc);
        append(new VpcDeleted(vpc.id()));
      } else {
        append(vpc, upstream);
      }
    }
  }

  private List<Recorded> all() {
    Chain head = opened.events().head();
    return opened.events().after(Chain.genesis(head.ledgerId()), 10_000);
  }

  private GatewayImage folded(List<Recorded> events, long position) {
    GatewayImage image = GatewayImage.genesis(events.getFirst().envelope().ledgerId());
    GatewayDelta delta = new GatewayDelta(image);
    events
        .subList(0, (int) position)
        .forEach(event -> delta.replay(event, EventCodec.CURRENT.decode(event)));
    return delta.apply();
  }

  private GatewayImage past(long position) {
    return get(opened.ledger().moment(position).flatMap(opened.ledger()::image));
  }

  private void everyPastIsItsFold() {
    List<Recorded> events = all();
    for (Recorded event : events) {
      if (event.envelope().endsCommit()) {
        long position = event.envelope().position();
        assertThat(past(position)).isEqualTo(folded(events, position));
      }
    }
  }

  @Test
  void everyPastIsItsFoldWithAndWithoutImages() throws Exception {
    history(30);
    everyPastIsItsFold();
    assertThat(opened.ledger().keepImages(() -> false)).isPositive();
    restart();
    everyPastIsItsFold();
  }

  @Test
  void imagesAreMadeForEveryPastOfALedgerThatHasNone() throws Exception {
    history(60);
    long head = opened.events().head().position();
    int made = opened.ledger().keepImages(() -> false);
    assertThat((long) made).isBetween(3L, head / EVERY);
    assertThat(opened.ledger().keepImages(() -> false)).isZero();
    assertThat(database.number("select count(*) from ledger.image")).isEqualTo(made);
    assertThat(
            database.number(
                "select count(*) from ledger.image i join ledger.event e using (position, hash)"
                    + " where e.position = e.commit_start + e.commit_size - 1"))
        .isEqualTo(made);
    assertThat(
            database.number(
                "select sum(octet_length(content) + octet_length(streams)) from ledger.image"))
        .isLessThanOrEqualTo(
            database.number("select sum(octet_length(data) + 400) from ledger.event"));
  }

  @Test
  void aMomentInTheMiddleOfACommandIsItsEnd() throws Exception {
    var vpc = EventMother.vpc(Commands.name());
    append(vpc, EventMother.upstream(Commands.name(), vpc.id(), EventMother.node(80, 1)));
    assertThat(get(opened.ledger().moment(1)).position()).isEqualTo(2);
    assertThat(past(1).upstreams()).hasSize(1);
  }

  @Test
  void aMomentIsFoundByItsTime() throws Exception {
    history(20);
    for (Recorded event : all()) {
      Instant at = event.envelope().recordedAt();
      long last =
          all().stream()
              .filter(other -> !other.envelope().recordedAt().isAfter(at))
              .mapToLong(other -> other.envelope().position())
              .max()
              .orElseThrow();
      assertThat(get(opened.ledger().moment(at))).isEqualTo(new Moment(last, at));
    }
    assertThat(get(opened.ledger().moment(Instant.now())).position())
        .isEqualTo(opened.events().head().position());
  }

  @Test
  void whatTheLedgerDoesNotReachToIsSaid() throws Exception {
    assertThat(past(0).vpcs()).isEmpty();
    assertThatThrownBy(() -> get(opened.ledger().moment(Instant.now())))
        .isInstanceOf(NoSuchMomentException.class)
        .hasMessage("is before the beginning: the ledger has no event yet");
    history(1);
    assertThatThrownBy(() -> past(3))
        .isInstanceOf(NoSuchMomentException.class)
        .hasMessage("is in the future: the ledger ends with event 2");
    assertThatThrownBy(() -> get(opened.ledger().moment(Instant.now().plusSeconds(60))))
        .isInstanceOf(NoSuchMomentException.class)
        .hasMessageStartingWith("is in the future: it is ");
    assertThatThrownBy(() -> get(opened.ledger().moment(Instant.now().minusSeconds(3600))))
        .isInstanceOf(NoSuchMomentException.class)
        .hasMessage(
            "is before the beginning: the first event was recorded at "
                + all().getFirst().envelope().recordedAt());
  }

  @Test
  void aStartFromAnImageGoesOnAsIfAllHadBeenRead() throws Exception {
    var vpc = EventMother.vpc(Commands.name());
    var instance = EventMother.instance(Commands.name(), vpc.id());
    var service = EventMother.service(Commands.name(), instance.id());
    var domain = EventMother.bound("a.example.com", service.id(), Environment.TEST);
    append(vpc, instance, service);
    append(domain);
    append(new DomainUnbound(domain.domain()));
    history(20);
    opened.ledger().keepImages(() -> false);
    restart();
    GatewayImage before = get(opened.ledger().image());
    assertThat(before).isEqualTo(folded(all(), before.position()));
    // the version of the domain's stream goes on, though nothing of it is in the image
    append(domain);
    assertThat(all().getLast().envelope().version()).isEqualTo(3);
  }

  @Test
  void aStartReadsNothingOfWhatIsBeforeItsImage() throws Exception {
    history(40);
    opened.ledger().keepImages(() -> false);
    long image = database.number("select max(position) from ledger.image");
    GatewayImage known = get(opened.ledger().image());
    opened.close();
    database.execute(
        "alter table ledger.event disable trigger event_only_grows;"
            + " delete from ledger.event where position < "
            + image);
    opened = TestLedger.open(database, OPTIONS);
    assertThat(get(opened.ledger().image())).isEqualTo(known);
  }

  @Test
  void imagesThatAreNotOfThisLedgerAreIgnoredAndMadeAnew() throws Exception {
    history(60);
    opened.ledger().keepImages(() -> false);
    long newest = database.number("select max(position) from ledger.image");
    opened.close();
    // one that was made of another history, one that is cut short, one of another position
    database.execute(
        """
        alter table ledger.image disable trigger image_is_made_once;
        update ledger.image set hash = sha256(hash) where position = %1$d;
        update ledger.image set content = substr(content, 1, 100)
          where position = (select max(position) from ledger.image where position < %1$d);
        insert into ledger.image (position, hash, content, streams)
          select 1000000 + position, hash, content, streams from ledger.image where position = %1$d;
        insert into ledger.image (position, hash, content, streams)
          select e.position, e.hash, i.content, i.streams from ledger.event e,
            (select content, streams from ledger.image order by position limit 1) i
          where e.position = %1$d + 1
        """
            .formatted(newest));
    opened = TestLedger.open(database, OPTIONS);
    everyPastIsItsFold();
    history(10);
    assertThat(opened.ledger().keepImages(() -> false)).isPositive();
    assertThat(
            database.number(
                "select count(*) from ledger.image i left join ledger.event e using (position,"
                    + " hash) where e.position is null"))
        .isZero();
  }
}
