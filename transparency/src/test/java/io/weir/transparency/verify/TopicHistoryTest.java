package io.weir.transparency.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.log.Recorded;
import io.weir.transparency.verify.RawRecord.RawHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done to the topic's records is found, and where. */
class TopicHistoryTest {
  private static final List<RawRecord> RECORDS = records(RandomHistory.of(7, 8));

  private static List<RawRecord> records(List<Recorded> events) {
    List<RawRecord> records = new ArrayList<>();
    for (Recorded event : events) {
      List<RawHeader> headers = new ArrayList<>();
      KafkaHeaders.of(event)
          .forEach((name, text) -> headers.add(new RawHeader(name, text.getBytes(UTF_8))));
      records.add(
          new RawRecord(
              records.size(),
              event.envelope().stream().getBytes(UTF_8),
              headers,
              event.data().getBytes(UTF_8)));
    }
    return records;
  }

  private static @Nullable Finding verify(List<RawRecord> records) throws IOException {
    Iterator<RawRecord> all = records.iterator();
    try (var history =
        new TopicHistory(
            new RawRecords() {
              @Override
              public @Nullable RawRecord next() {
                return all.hasNext() ? all.next() : null;
              }

              @Override
              public long expected() {
                return records.size();
              }

              @Override
              public void close() {}
            })) {
      return new Verifier(Map.of()).verify(history, _ -> {}).finding();
    }
  }

  private static Finding finding(List<RawRecord> records) throws IOException {
    return Objects.requireNonNull(verify(records));
  }

  private static List<RawRecord> with(int index, RawRecord record) {
    List<RawRecord> changed = new ArrayList<>(RECORDS);
    changed.set(index, record);
    return changed;
  }

  private static byte[] flipped(byte @Nullable [] bytes, int bit) {
    byte[] flipped = Objects.requireNonNull(bytes).clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  private static int bits(byte @Nullable [] bytes) {
    return Objects.requireNonNull(bytes).length * 8;
  }

  /** Of the first event nothing before says which ledger it is of: only its own hash does. */
  private static void found(int index, RawRecord record) throws IOException {
    assertThat(finding(with(index, record)).position()).isEqualTo(index + 1);
  }

  @Test
  void anUntouchedTopicIsIntactAndAnEventMayStandThereAgain() throws IOException {
    List<RawRecord> again = new ArrayList<>(RECORDS);
    again.addAll(3, RECORDS.subList(0, 3));

    assertThat(verify(RECORDS)).isNull();
    assertThat(verify(again)).isNull();
  }

  @Tag("slow")
  @Test
  void everyFlippedBitIsFoundInItsRecord() throws IOException {
    for (int i = 0; i < RECORDS.size(); i++) {
      RawRecord record = RECORDS.get(i);
      for (int bit = 0; bit < bits(record.value()); bit++) {
        found(
            i,
            new RawRecord(
                record.offset(), record.key(), record.headers(), flipped(record.value(), bit)));
      }
      for (int bit = 0; bit < bits(record.key()); bit++) {
        found(
            i,
            new RawRecord(
                record.offset(), flipped(record.key(), bit), record.headers(), record.value()));
      }
      for (int h = 0; h < record.headers().size(); h++) {
        RawHeader header = record.headers().get(h);
        for (int bit = 0; bit < bits(header.value()); bit++) {
          List<RawHeader> headers = new ArrayList<>(record.headers());
          headers.set(h, new RawHeader(header.name(), flipped(header.value(), bit)));
          found(i, new RawRecord(record.offset(), record.key(), headers, record.value()));
        }
        List<RawHeader> fewer = new ArrayList<>(record.headers());
        fewer.remove(h);
        found(i, new RawRecord(record.offset(), record.key(), fewer, record.value()));
      }
      List<RawHeader> more = new ArrayList<>(record.headers());
      more.add(new RawHeader("extra", new byte[] {1}));
      found(i, new RawRecord(record.offset(), record.key(), more, record.value()));
      found(i, new RawRecord(record.offset(), record.key(), record.headers(), null));
    }
  }

  @Test
  void aRemovedRecordIsMissed() throws IOException {
    for (int i = 0; i < RECORDS.size() - 1; i++) {
      List<RawRecord> fewer = new ArrayList<>(RECORDS);
      fewer.remove(i);
      assertThat(finding(fewer).position()).isEqualTo(i + 1);
    }
  }

  @Test
  void swappedRecordsAreFoundAtTheFirst() throws IOException {
    for (int i = 0; i < RECORDS.size() - 1; i++) {
      List<RawRecord> swapped = new ArrayList<>(RECORDS);
      swapped.set(i, RECORDS.get(i + 1));
      swapped.set(i + 1, RECORDS.get(i));
      assertThat(finding(swapped).position()).isEqualTo(i + 1);
    }
  }

  @Test
  void anotherEventUnderAPositionThatWasReadIsFound() throws IOException {
    List<RawRecord> other = records(RandomHistory.of(8, 8));
    List<RawRecord> longer = new ArrayList<>(RECORDS.subList(0, 5));
    longer.add(other.get(2));

    assertThat(finding(longer).position()).isEqualTo(6);
    assertThat(finding(longer).what()).contains("event 3 again, but not the same");
  }

  @Test
  void aForeignEventAtTheEndIsFound() throws IOException {
    List<RawRecord> longer = new ArrayList<>(RECORDS);
    longer.add(records(RandomHistory.of(8, 20)).get(RECORDS.size()));

    assertThat(finding(longer).position()).isEqualTo(RECORDS.size() + 1);
  }
}
