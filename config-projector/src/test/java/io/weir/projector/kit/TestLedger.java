package io.weir.projector.kit;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One ledger in which random commands and a test's own stand one after another. */
public final class TestLedger {
  private final RandomHistory random;
  private final Recorder recorder = new Recorder(UUID.randomUUID());
  private final List<Recorded> events = new ArrayList<>();

  public TestLedger(long seed) {
    random = new RandomHistory(seed);
  }

  /** Records so many random commands; gives the events of each. */
  public List<List<Recorded>> random(int commands) {
    List<List<Recorded>> recorded = new ArrayList<>();
    for (int i = 0; i < commands; i++) {
      List<Recorded> next = random.next();
      Envelope of = next.getFirst().envelope();
      recorded.add(
          add(
              recorder.record(
                  next.stream().map(EventCodec.CURRENT::decode).toList(),
                  new Recorder.Caller(
                      of.actor(), of.authentication(), of.reason(), of.correlation()),
                  Duration.ofMillis(3))));
    }
    return recorded;
  }

  /** Records a command. */
  public List<Recorded> record(GatewayEvent... command) {
    return add(recorder.record(command));
  }

  private List<Recorded> add(List<Recorded> command) {
    events.addAll(command);
    return command;
  }

  /** Everything recorded so far. */
  public List<Recorded> events() {
    return List.copyOf(events);
  }

  /** The position of the last event. */
  public long position() {
    return events.size();
  }
}
