package io.weir.projector.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Commit;
import io.weir.contracts.topic.Entry;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.UpstreamId;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an event costs the fold and the views; memory is counted, since time is not reliable. */
class CostTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int FEW = 20;
  private static final int MANY = 4000;

  private final FakeLedger ledger = new FakeLedger();
  private Released small;
  private Released large;
  private int names;

  /** A service all of whose drafts are released into every environment. */
  private record Released(ServiceCreated service, UpstreamId upstream, List<ApiCreated> drafts) {}

  @BeforeEach
  void services() {
    small = released("small", FEW);
    large = released("large", MANY);
  }

  @Test
  void aDraftThatIsChangedCostsTheSameHoweverLargeItsServiceIs() {
    sameInBoth(
        service -> {
          ApiCreated draft = service.drafts.removeFirst();
          return cost(new ApiChanged(draft.id(), draft.serviceId(), draft.definition()));
        });
  }

  @Test
  void aDraftThatIsDeletedCostsTheSame() {
    sameInBoth(
        service -> {
          ApiCreated draft = service.drafts.removeFirst();
          return cost(new ApiDeleted(draft.id(), draft.serviceId()));
        });
  }

  @Test
  void aDraftThatIsCreatedCostsTheSame() {
    sameInBoth(service -> cost(draft(service.service, service.upstream)));
  }

  @Test
  void aServiceThatIsDescribedAnewCostsTheSame() {
    sameInBoth(
        service -> {
          ServiceSettings settings = service.service.settings();
          return cost(
              new ServiceChanged(
                  service.service.id(),
                  new ServiceSettings(
                      settings.name(),
                      new Description("as of " + names++),
                      settings.instanceId())));
        });
  }

  @Test
  void aReleaseCostsTheSameForEachApiInIt() {
    long ofSmall = 0;
    long ofLarge = 0;
    for (int i = 0; i < 2; i++) {
      ofSmall = release(small) / FEW;
      ofLarge = release(large) / MANY;
    }
    assertThat(ofLarge).isLessThan(2 * ofSmall);
  }

  /** Its list of APIs is copied, which is references. */
  @Test
  void aReleaseThatChangesOneApiCostsNoMoreThanAListOfThem() {
    long ofSmall = 0;
    long ofLarge = 0;
    for (int i = 0; i < 4; i++) {
      ofSmall = releaseOfOneChange(small);
      ofLarge = releaseOfOneChange(large);
    }
    assertThat(ofLarge - ofSmall).isLessThan(32L * MANY);
  }

  private long releaseOfOneChange(Released service) {
    ApiCreated one = service.drafts.removeFirst();
    Service now = Objects.requireNonNull(ledger.image().services().get(service.service.id()));
    List<ReleasedApi> apis = new ArrayList<>(now.releases().getLast().apis());
    apis.removeIf(api -> api.id().equals(one.id()));
    return cost(
        Release.since(
            now.releases().getLast(),
            new ServiceReleased(
                service.service.id(),
                ReleaseId.random(),
                Environment.TEST,
                Description.NONE,
                apis)));
  }

  private void sameInBoth(ToLongFunction<Released> cost) {
    long inSmall = 0;
    long inLarge = 0;
    // what is done for the first time costs more
    for (int i = 0; i < 4; i++) {
      inSmall = cost.applyAsLong(small);
      inLarge = cost.applyAsLong(large);
    }
    assertThat(inLarge).isLessThan(2 * inSmall);
  }

  private Released released(String name, int apis) {
    var vpc = EventMother.vpc(name);
    var upstream = EventMother.upstream(name, vpc.id(), EventMother.node(80, 1));
    var service = EventMother.service(name, null);
    ledger.append(vpc, upstream, service);
    List<ApiCreated> drafts = new ArrayList<>();
    for (int i = 0; i < apis; i++) {
      drafts.add(draft(service, upstream.id()));
    }
    List<GatewayEvent> created = new ArrayList<>(drafts);
    for (Environment environment : Environment.values()) {
      created.add(
          EventMother.released(service.id(), environment, drafts.toArray(new ApiCreated[0])));
    }
    ledger.append(created);
    return new Released(service, upstream.id(), drafts);
  }

  private ApiCreated draft(ServiceCreated service, UpstreamId upstream) {
    String name = "a" + names++;
    return EventMother.api(service.id(), name, "/" + name, upstream);
  }

  private long release(Released service) {
    return cost(
        EventMother.released(
            service.service.id(), Environment.RELEASE, service.drafts.toArray(new ApiCreated[0])));
  }

  /** The bytes that folding a command and writing it into the views allocates. */
  private long cost(GatewayEvent command) {
    GatewayImage before = ledger.image();
    List<Entry> entries = new ArrayList<>();
    for (Recorded recorded : ledger.append(command)) {
      entries.add(new Entry(recorded, EventCodec.CURRENT.decode(recorded)));
    }
    Commit commit = new Commit(entries, entries.getLast().recorded().envelope().position());
    Rows rows = new Rows();
    long from = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
    GatewayDelta delta = new GatewayDelta(before);
    commit.replayOn(delta);
    ReadModel.write(new Change(commit, delta, delta.apply()), rows);
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId()) - from;
  }
}
