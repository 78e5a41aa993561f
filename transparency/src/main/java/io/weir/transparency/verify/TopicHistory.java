package io.weir.transparency.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.transparency.verify.RawRecord.RawHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's topic. An event may stand there again, shortly after, if the relay was cut off; then
 * it is the same event. What the hash does not cover, such as the key, has to follow from the
 * event.
 */
public final class TopicHistory implements History {
  /** Of how many of the last events the hash is remembered: more than the relay writes at once. */
  private static final int REMEMBERED = 4096;

  private final RawRecords records;
  private final Map<Long, Hash> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Hash> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Begins to read; closes {@code records} with itself. */
  public TopicHistory(RawRecords records) {
    this.records = records;
  }

  @Override
  public @Nullable Recorded next(@Nullable Chain end) throws IOException, UnsoundException {
    long position = end == null ? 0 : end.position();
    RawRecord record = records.next();
    while (record != null) {
      Recorded event = event(record, position + 1);
      if (event.envelope().position() > position || position == 0) {
        recent.put(event.envelope().position(), event.hash());
        return event;
      }
      repeated(record, event, position + 1);
      record = records.next();
    }
    return null;
  }

  private void repeated(RawRecord record, Recorded event, long position) throws UnsoundException {
    Hash before = recent.get(event.envelope().position());
    boolean same =
        event.hash().equals(before)
            && Recorded.of(event.envelope(), event.data()).hash().equals(before);
    if (!same) {
      throw at(
          record,
          position,
          "holds event %d again, %s"
              .formatted(
                  event.envelope().position(),
                  before == null ? "long after it" : "but not the same event"));
    }
  }

  private static Recorded event(RawRecord record, long position) throws UnsoundException {
    byte[] value = record.value();
    if (value == null) {
      throw at(record, position, "is empty");
    }
    Map<String, String> headers = new HashMap<>();
    try {
      for (RawHeader header : record.headers()) {
        byte[] text = header.value();
        if (text == null || headers.put(header.name(), text(text)) != null) {
          throw at(record, position, "has no value of header %s, or two".formatted(header.name()));
        }
      }
      Recorded event = KafkaHeaders.read(headers, text(value));
      Map<String, String> written = KafkaHeaders.of(event);
      if (!written.equals(headers)) {
        throw at(
            record, position, "has other headers than its event: " + difference(written, headers));
      }
      byte[] key = record.key();
      if (key == null || !text(key).equals(event.envelope().stream())) {
        throw at(record, position, "has another key than its event");
      }
      return event;
    } catch (CharacterCodingException e) {
      throw at(record, position, "is no UTF-8");
    } catch (UnknownEventException e) {
      throw at(record, position, "is no event: " + e.getMessage());
    }
  }

  private static String difference(Map<String, String> written, Map<String, String> headers) {
    Map<String, String> wrong = new HashMap<>(headers);
    wrong.entrySet().removeAll(written.entrySet());
    Map<String, String> missing = new HashMap<>(written);
    missing.keySet().removeAll(headers.keySet());
    return String.join(", ", wrong.isEmpty() ? missing.keySet() : wrong.keySet());
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static UnsoundException at(RawRecord record, long position, String what) {
    return new UnsoundException(
        position,
        "where event %d should be, the record at offset %d %s"
            .formatted(position, record.offset(), what));
  }

  /** A topic does not say where it ends: the relay may be behind. */
  @Override
  public void end(@Nullable Chain end) {}

  @Override
  public long expected() {
    return records.expected();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
