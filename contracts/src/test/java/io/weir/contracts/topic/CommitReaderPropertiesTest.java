package io.weir.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.history.FaultyTopic;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.FaultKind;
import io.weir.contracts.log.Recorded;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CommitReaderPropertiesTest {
  @Property(tries = 500)
  void everyWholeCommandBeforeTheDamageIsGivenOnceAndThenTheFault(
      @ForAll long seed, @ForAll FaultyTopic.Damage damage) {
    var topic = new FaultyTopic(seed, damage);
    var reader = new CommitReader(null);
    List<Commit> given = new ArrayList<>();
    TopicFault fault = null;
    for (List<TopicRecord> batch : topic.batches()) {
      CommitReader.Read read = reader.read(batch);
      given.addAll(read.commits());
      if (fault != null) {
        assertThat(read).isEqualTo(new CommitReader.Read(List.of(), fault));
      }
      fault = read.fault();
    }

    // what does not fit is found by who applies it
    boolean unfit = topic.faults().contains(FaultKind.UNFIT);
    List<Commit> whole = unfit ? given.subList(0, (int) whole(topic)) : given;
    assertThat(events(whole)).isEqualTo(topic.whole());
    assertThat(given)
        .allMatch(commit -> commit.last().recorded().envelope().endsCommit())
        .allMatch(
            commit ->
                topic
                    .records()
                    .get((int) commit.nextOffset() - 1)
                    .recorded()
                    .equals(commit.last().recorded()));
    if (!unfit) {
      assertThat(fault == null).isEqualTo(topic.faults().isEmpty());
    }
    if (!unfit && fault != null) {
      assertThat(fault.kind()).isIn(topic.faults());
    }
  }

  private static long whole(FaultyTopic topic) {
    return topic.whole().stream().filter(event -> event.envelope().endsCommit()).count();
  }

  private static List<Recorded> events(List<Commit> commits) {
    return commits.stream().flatMap(c -> c.entries().stream()).map(Entry::recorded).toList();
  }

  @Property(tries = 200)
  void whoAppliesTheCommandsEndsWithTheImageBeforeTheDamageAndTheFault(
      @ForAll long seed, @ForAll FaultyTopic.Damage damage) {
    var topic = new FaultyTopic(seed, damage);
    FaultyTopic.Outcome outcome = topic.outcome();
    assertThat(outcome.image().position()).isEqualTo(topic.whole().size());
    assertThat(outcome.fault() == null).isEqualTo(topic.faults().isEmpty());
    if (outcome.fault() != null) {
      assertThat(outcome.fault().kind()).isIn(topic.faults());
    }
  }

  @Property(tries = 50)
  void aReaderThatContinuesAtAnyCommandDropsWhatCameBefore(
      @ForAll long seed, @ForAll FaultyTopic.Damage damage) {
    var topic = new FaultyTopic(seed, damage);
    CommitReader.Read all = new CommitReader(null).read(topic.records());
    for (int known = 1; known <= all.commits().size(); known++) {
      Recorded last = all.commits().get(known - 1).last().recorded();
      var chain = new Chain(last.envelope().ledgerId(), last.envelope().position(), last.hash());
      assertThat(events(new CommitReader(chain).read(topic.records()).commits()))
          .isEqualTo(events(all.commits().subList(known, all.commits().size())));
    }
  }
}
