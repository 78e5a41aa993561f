package io.weir.contracts.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.FaultKind;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of each fault. */
class CommitReaderTest {
  private final Recorder recorder = new Recorder(UUID.randomUUID());
  private final Recorded first = vpc("a");

  private Recorded vpc(String name) {
    return recorder.record(event(name)).getFirst();
  }

  private static VpcCreated event(String name) {
    return new VpcCreated(VpcId.random(), new VpcSettings(new Name(name), Description.NONE));
  }

  private static TopicRecord record(Recorded event) {
    return new TopicRecord(event.envelope().position() + 6, KafkaHeaders.of(event), event.data());
  }

  private static TopicFault fault(TopicRecord... records) {
    TopicFault fault = new CommitReader(null).read(List.of(records)).fault();
    assertThat(fault).isNotNull();
    return fault;
  }

  private static TopicFault fault(Recorded... events) {
    return fault(Stream.of(events).map(CommitReaderTest::record).toArray(TopicRecord[]::new));
  }

  @Test
  void aCommandIsHeldBackUntilItsLastEventIsThere() {
    List<Recorded> command = recorder.record(event("b"), event("c"));
    var reader = new CommitReader(null);
    assertThat(reader.read(List.of(record(first), record(command.get(0)))).commits()).hasSize(1);
    assertThat(reader.position()).isEqualTo(2);
    CommitReader.Read rest = reader.read(List.of(record(command.get(0)), record(command.get(1))));
    assertThat(rest.commits().getFirst().position()).isEqualTo(3);
    assertThat(rest.commits().getFirst().entries()).hasSize(2);
    assertThat(rest.commits().getFirst().nextOffset()).isEqualTo(10);
  }

  @Test
  void whatIsNoEventIsNamedByItsOffset() {
    assertThat(fault(new TopicRecord(5, KafkaHeaders.of(first), null)))
        .isEqualTo(
            new TopicFault(
                FaultKind.FOREIGN,
                null,
                "the record at offset 5 is none of the ledger: it is empty"));
    assertThat(fault(new TopicRecord(5, Map.of(), "hello")).sentence())
        .isEqualTo("the record at offset 5 is none of the ledger: header ce_source is missing");
  }

  @Test
  void aHeaderWithoutAValueIsAbsent() {
    Map<String, byte[]> headers = new HashMap<>();
    headers.put("ce_source", null);
    headers.put("ce_id", "7".getBytes(UTF_8));
    TopicRecord record =
        TopicRecord.of(1, headers.entrySet(), Map.Entry::getKey, Map.Entry::getValue, "{}");
    assertThat(record.headers()).isEqualTo(Map.of("ce_id", "7"));
  }

  @Test
  void whoBreaksTheChainIsToldAsUnverified() {
    vpc("b");
    Recorded third = vpc("c");
    TopicFault gap = fault(first, third);
    assertThat(gap.kind()).isEqualTo(FaultKind.GAP);
    assertThat(gap.envelope()).isEqualTo(third.envelope());
    assertThat(gap.position()).isEqualTo(3);
    assertThat(gap.sentence())
        .isEqualTo(
            "event 3 (vpc.created.v1 by anonymous, unverified) follows event 1: the events between"
                + " are missing");

    assertThat(fault(new Recorded(first.envelope(), "{}", first.hash())).sentence())
        .isEqualTo(
            "event 1 (vpc.created.v1 by anonymous, unverified) does not match its hash: it was"
                + " altered");
  }

  @Test
  void aTypeThatIsNotKnownIsNamedWithWhoIsProvenToHaveSaidIt() {
    assertThat(fault(first, after("vpc.painted.v1", 0)).sentence())
        .isEqualTo(
            "event 2 (vpc.painted.v1 by anonymous) cannot be read: this version of Weir knows no"
                + " event type vpc.painted.v1");
  }

  @Test
  void aCommandWhoseStartIsMissingIsRefusedAlthoughTheChainIsWhole() {
    assertThat(fault(first, after("vpc.created.v1", 1)))
        .matches(fault -> fault.kind() == FaultKind.CUT)
        .extracting(TopicFault::sentence)
        .isEqualTo(
            "event 2 (vpc.created.v1 by anonymous) does not belong to the command of the events"
                + " around it");
  }

  @Test
  void anEventThatDoesNotFitIsNamedByWhoAppliesIt() {
    Recorded unfit = recorder.record(new VpcDeleted(new VpcId("vpc-00000000"))).getFirst();
    Commit commit =
        new CommitReader(null).read(List.of(record(first), record(unfit))).commits().getLast();
    var delta = new GatewayDelta(GatewayImage.genesis(commit.ledgerId()));
    assertThat(catchThrowableOfType(TopicFaultException.class, () -> commit.replayOn(delta)))
        .hasMessageStartingWith("event 2 (vpc.deleted.v1 by anonymous) cannot be applied: ")
        .hasMessageContaining("vpc-00000000")
        .matches(e -> e.fault().kind() == FaultKind.UNFIT);
  }

  /** What continues the chain, whether it makes sense or not. */
  private Recorded after(String type, int startsBefore) {
    Envelope last = first.envelope();
    return Recorded.of(
        new Envelope(
            last.ledgerId(),
            2,
            last.stream(),
            2,
            2 - startsBefore,
            1 + startsBefore,
            last.id(),
            type,
            last.subjects(),
            last.actor(),
            last.authentication(),
            null,
            last.commandId(),
            last.correlation(),
            last.recordedAt(),
            first.hash()),
        "{}");
  }
}
