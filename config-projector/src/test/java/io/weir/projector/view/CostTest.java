package io.weir.projector.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Commit;
import io.weir.contracts.topic.Entry;
import io.weir.contracts.value.Environment;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change of one draft costs the views; memory is counted, since time is not reliable. */
class CostTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final FakeLedger ledger = new FakeLedger();

  @Test
  void aChangedDraftCostsTheSameHoweverLargeItsServiceIs() {
    List<ApiCreated> small = releasedService("small", 20);
    List<ApiCreated> large = releasedService("large", 4000);
    cost(small.getFirst());
    cost(large.getFirst());
    long inSmall = cost(small.get(1));
    long inLarge = cost(large.get(1));
    assertThat(inLarge).isLessThan(2 * inSmall);
  }

  private List<ApiCreated> releasedService(String name, int apis) {
    var vpc = EventMother.vpc(name);
    var upstream = EventMother.upstream(name, vpc.id(), EventMother.node(80, 1));
    var service = EventMother.service(name, null);
    ledger.append(vpc, upstream, service);
    List<GatewayEvent> created = new ArrayList<>();
    List<ApiCreated> drafts = new ArrayList<>();
    for (int i = 0; i < apis; i++) {
      drafts.add(EventMother.api(service.id(), "a" + i, "/a" + i, upstream.id()));
    }
    created.addAll(drafts);
    created.add(
        EventMother.released(service.id(), Environment.RELEASE, drafts.toArray(new ApiCreated[0])));
    ledger.append(created);
    return drafts;
  }

  /** The bytes that writing a change of this draft into the views allocates. */
  private long cost(ApiCreated draft) {
    GatewayImage before = ledger.image();
    var definition = draft.definition();
    List<Recorded> command =
        ledger.append(new ApiChanged(draft.id(), draft.serviceId(), definition));
    GatewayDelta delta = new GatewayDelta(before);
    List<Entry> entries = new ArrayList<>();
    for (Recorded recorded : command) {
      Entry entry = new Entry(recorded, EventCodec.CURRENT.decode(recorded));
      delta.replay(recorded, entry.event());
      entries.add(entry);
    }
    Change change =
        new Change(
            new Commit(entries, entries.getLast().recorded().envelope().position()),
            delta,
            delta.apply());
    Rows rows = new Rows();
    long from = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
    ReadModel.write(change, rows);
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId()) - from;
  }
}
