package io.weir.dataplane.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.history.FaultyTopic;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.topic.TopicFault;
import io.weir.contracts.topic.TopicRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever is wrong with the topic, and however it is cut into polls. */
class FaultyTopicTest {
  private @Nullable GatewayImage served;

  private final ImagePublisher publisher =
      new ImagePublisher() {
        @Override
        public void publish(GatewayImage image) {
          served = image;
        }

        @Override
        public void publish(GatewayImage image, GatewayDelta delta) {
          assertThat(delta.base()).isSameAs(served == null ? delta.base() : served);
          served = image;
        }
      };

  @Property(tries = 300)
  void aReplicaServesAllWholeCommandsBeforeTheFaultAndSaysWhatItIs(
      @ForAll long seed, @ForAll FaultyTopic.Damage damage, @ForAll boolean live) {
    served = null;
    var topic = new FaultyTopic(seed, damage);
    var loader = new CopyLoader(publisher, () -> {}, Clock.systemUTC(), Duration.ofSeconds(3));
    loader.found(live ? 0 : topic.records().size());
    if (live) {
      loader.caughtUp();
    }
    boolean goesOn = true;
    for (List<TopicRecord> poll : topic.batches()) {
      goesOn = goesOn && loader.load(poll);
    }
    if (goesOn) {
      loader.caughtUp();
    }

    FaultyTopic.Outcome outcome = topic.outcome();
    TopicFault fault = outcome.fault();
    assertThat(goesOn).isEqualTo(fault == null);
    assertThat(loader.state().position()).isEqualTo(topic.whole().size());
    assertThat(loader.image()).isEqualTo(served);
    if (served != null) {
      assertThat(served).isEqualTo(outcome.image());
    }
    if (fault == null) {
      assertThat(loader.state()).isInstanceOf(ReplicaState.Live.class);
    } else {
      assertThat(loader.state())
          .isEqualTo(new ReplicaState.Stuck(topic.whole().size(), fault.sentence()));
      assertThat(loader.rereadMayHelp()).isEqualTo(fault.kind().rereadMayHelp());
      assertThat(loader.verifiedPosition()).isEqualTo(topic.whole().size());
    }
  }
}
