package io.weir.projector.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Commit;
import io.weir.contracts.topic.Entry;
import io.weir.projector.kit.ExpectedReadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class ReadModelTest {
  @Tag("slow")
  @Property(tries = 40)
  void everyViewHoldsWhatTheFoldSaysNowAndAtAnyTimeHoweverCommandsAreBatched(
      @ForAll long seed, @ForAll long batching) {
    RandomHistory history = new RandomHistory(seed);
    Random random = new Random(batching);
    List<Recorded> events = new ArrayList<>();
    InMemoryTables tables = new InMemoryTables();
    GatewayImage image = GatewayImage.genesis(history.ledgerId());
    Rows rows = new Rows();
    for (int i = 0; i < 200; i++) {
      List<Recorded> command = history.next();
      events.addAll(command);
      Change change = change(image, command);
      ReadModel.write(change, rows);
      image = change.after();
      if (random.nextInt(10) == 0) {
        tables.write(rows);
        rows = new Rows();
      }
    }
    tables.write(rows);
    assertThat(tables.content()).isEqualTo(ExpectedReadModel.of(events));
    for (int i = 0; i < 5; i++) {
      Envelope any = events.get(random.nextInt(events.size())).envelope();
      long at = any.commitStart() + any.commitSize() - 1;
      var then = ExpectedReadModel.of(events.subList(0, (int) at));
      then.remove("event");
      assertThat(tables.content(at)).as("at %d", at).isEqualTo(then);
    }
    assertThat(tables.content(0).values()).allMatch(List::isEmpty);
  }

  private static Change change(GatewayImage image, List<Recorded> command) {
    GatewayDelta delta = new GatewayDelta(image);
    List<Entry> entries = new ArrayList<>();
    for (Recorded recorded : command) {
      Entry entry = new Entry(recorded, EventCodec.CURRENT.decode(recorded));
      delta.replay(recorded, entry.event());
      entries.add(entry);
    }
    return new Change(
        new Commit(entries, entries.getLast().recorded().envelope().position()),
        delta,
        delta.apply());
  }
}
