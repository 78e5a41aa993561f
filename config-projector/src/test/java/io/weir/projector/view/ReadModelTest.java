package io.weir.projector.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Recorded;
import io.weir.projector.kit.ExpectedReadModel;
import io.weir.projector.log.Commit;
import io.weir.projector.log.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ReadModelTest {
  @Property(tries = 40)
  void everyViewHoldsWhatTheFoldSaysHoweverCommandsAreBatched(
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
