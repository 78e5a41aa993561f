package io.weir.contracts.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.FaultKind;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Commit;
import io.weir.contracts.topic.CommitReader;
import io.weir.contracts.topic.TopicFault;
import io.weir.contracts.topic.TopicFaultException;
import io.weir.contracts.topic.TopicRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A random history as a reader may find it in the topic: some of it twice, damaged in one place,
 * and cut into batches anywhere. The same seed gives the same topic.
 */
public final class FaultyTopic {
  /** What is wrong with the topic. */
  public enum Damage {
    NONE,
    /** It ends anywhere, in the middle of a command too; the rest may come later. */
    ENDS_EARLY,
    FOREIGN_RECORD,
    EMPTY_RECORD,
    LOST_RECORD,
    ALTERED_BYTE,
    OTHER_LEDGER,
    COMMAND_WITHOUT_START,
    UNKNOWN_TYPE,
    UNFIT_EVENT
  }

  private final Random random;
  private final List<Recorded> history;
  private final List<TopicRecord> records = new ArrayList<>();
  private final Set<FaultKind> faults = EnumSet.noneOf(FaultKind.class);
  private int sound;

  /** A topic of a ledger of its own with that damage. */
  public FaultyTopic(long seed, Damage damage) {
    this(seed, damage, RandomHistory.of(seed, 3 + (int) Math.floorMod(seed, 60L)), 1);
  }

  /**
   * A topic of a ledger with that damage.
   *
   * @param from the number of events before which nothing is damaged; at least 1, and two less than
   *     there are
   */
  public FaultyTopic(long seed, Damage damage, List<Recorded> history, int from) {
    random = new Random(seed);
    this.history = List.copyOf(history);
    int at = from + random.nextInt(history.size() - 1 - from);
    switch (damage) {
      case NONE -> begin(history.size());
      case ENDS_EARLY -> begin(at);
      case LOST_RECORD -> begin(at).end(at + 1, FaultKind.GAP);
      case FOREIGN_RECORD ->
          begin(at).put(Map.of("content-type", "text/plain"), "hello").end(at, FaultKind.FOREIGN);
      case EMPTY_RECORD ->
          begin(at).put(KafkaHeaders.of(history.get(at)), null).end(at + 1, FaultKind.FOREIGN);
      case OTHER_LEDGER ->
          begin(at)
              .put(RandomHistory.of(seed + 1, 1).getFirst())
              .end(at, FaultKind.ANOTHER_HISTORY);
      case ALTERED_BYTE -> alter(at);
      case COMMAND_WITHOUT_START -> forge(at, "vpc.deleted.v1", 1, FaultKind.CUT);
      case UNKNOWN_TYPE -> forge(at, "vpc.teleported.v1", 0, FaultKind.UNKNOWN);
      case UNFIT_EVENT -> forge(at, "vpc.deleted.v1", 0, FaultKind.UNFIT);
    }
  }

  /** The records of events, as the relay writes them into an empty topic. */
  public static List<TopicRecord> records(List<Recorded> events) {
    List<TopicRecord> records = new ArrayList<>();
    for (Recorded event : events) {
      records.add(new TopicRecord(records.size(), KafkaHeaders.of(event), event.data()));
    }
    return records;
  }

  /** What is in the topic before the damage: some of it again, as after the relay began anew. */
  private FaultyTopic begin(int until) {
    sound = until;
    for (Recorded event : history.subList(0, until)) {
      put(event);
      if (random.nextInt(8) == 0) {
        int again = Math.min(records.size(), 1 + random.nextInt(10));
        for (TopicRecord each :
            List.copyOf(records.subList(records.size() - again, records.size()))) {
          put(each.headers(), each.value());
        }
      }
    }
    return this;
  }

  private FaultyTopic put(Recorded event) {
    return put(KafkaHeaders.of(event), event.data());
  }

  private FaultyTopic put(Map<String, String> headers, @Nullable String value) {
    records.add(new TopicRecord(records.size(), headers, value));
    return this;
  }

  private void end(int from, FaultKind... expected) {
    history.subList(from, history.size()).forEach(this::put);
    faults.addAll(List.of(expected));
  }

  /** One byte of a header or of the data is another; of what no reader reads, it is no damage. */
  private void alter(int at) {
    Recorded event = history.get(at);
    Map<String, String> headers = KafkaHeaders.of(event);
    List<String> names = new ArrayList<>(headers.keySet());
    String name = random.nextBoolean() ? names.get(random.nextInt(names.size())) : "";
    String data = event.data();
    if (name.isEmpty()) {
      data = altered(data);
    } else {
      headers.compute(name, (_, text) -> altered(String.valueOf(text)));
    }
    begin(at).put(headers, data);
    if (isStill(event)) {
      sound = history.size();
      end(at + 1);
    } else {
      end(at + 1, FaultKind.FOREIGN, FaultKind.GAP, FaultKind.ANOTHER_HISTORY, FaultKind.ALTERED);
    }
  }

  private String altered(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return new String(bytes, UTF_8);
  }

  private boolean isStill(Recorded event) {
    try {
      return records.getLast().recorded().equals(event);
    } catch (TopicFaultException e) {
      return false;
    }
  }

  /** Behind a whole command comes one that continues the chain and that no ledger would hold. */
  private void forge(int at, String type, int startsBefore, FaultKind expected) {
    int whole = Math.max(wholeAmong(at), history.getFirst().envelope().commitSize());
    Envelope last = history.get(whole - 1).envelope();
    long position = last.position() + 1;
    var envelope =
        new Envelope(
            last.ledgerId(),
            position,
            "vpc/vpc-00000000",
            1,
            position - startsBefore,
            1 + startsBefore,
            last.id(),
            type,
            List.of("vpc-00000000"),
            "mallory",
            last.authentication(),
            null,
            last.commandId(),
            last.correlation(),
            last.recordedAt(),
            history.get(whole - 1).hash());
    begin(whole).put(Recorded.of(envelope, "{\"id\":\"vpc-00000000\"}")).end(whole, expected);
  }

  /** How many events the whole commands among the first so many have. */
  private int wholeAmong(int events) {
    int whole = events;
    while (whole > 0 && !history.get(whole - 1).envelope().endsCommit()) {
      whole--;
    }
    return whole;
  }

  /** What is in the topic. */
  public List<TopicRecord> records() {
    return List.copyOf(records);
  }

  /** The records, cut anywhere. */
  public List<List<TopicRecord>> batches() {
    List<List<TopicRecord>> batches = new ArrayList<>();
    for (int from = 0; from < records.size(); from += batches.getLast().size()) {
      int size = Math.min(records.size() - from, 1 + random.nextInt(12));
      batches.add(List.copyOf(records.subList(from, from + size)));
    }
    return batches;
  }

  /** The events of all whole commands before the damage. */
  public List<Recorded> whole() {
    return history.subList(0, wholeAmong(sound));
  }

  /** What a reader may find, none if there is no fault. */
  public Set<FaultKind> faults() {
    return faults;
  }

  /**
   * What everybody has to make of the topic.
   *
   * @param image of the whole commands before the fault
   * @param fault that reading ends with, or null
   */
  public record Outcome(GatewayImage image, @Nullable TopicFault fault) {}

  /** Reads the topic in one go and folds it one command at a time. */
  public Outcome outcome() {
    GatewayImage image = GatewayImage.genesis(history.getFirst().envelope().ledgerId());
    CommitReader.Read read = new CommitReader(null).read(records);
    for (Commit commit : read.commits()) {
      GatewayDelta delta = new GatewayDelta(image);
      try {
        commit.replayOn(delta);
      } catch (TopicFaultException e) {
        return new Outcome(image, e.fault());
      }
      image = delta.apply();
    }
    return new Outcome(image, read.fault());
  }
}
