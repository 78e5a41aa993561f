package io.weir.transparency.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.weir.contracts.codec.Json;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an export, JSON each: first which ledger, then an event a line, last where they end.
 * Each has one text: whoever reads one writes it again and compares.
 */
public final class ExportLines {
  /** What the first line says it is. */
  public static final String FORMAT = "weir-ledger-export";

  private static final int VERSION = 1;

  private static final ObjectWriter WRITER = Json.MAPPER.writer();
  private static final ObjectReader HEADER = Json.MAPPER.readerFor(Header.class);
  private static final ObjectReader EVENT = Json.MAPPER.readerFor(Event.class);
  private static final ObjectReader TRAILER = Json.MAPPER.readerFor(Trailer.class);

  private ExportLines() {}

  @JsonPropertyOrder({
    "format",
    "version",
    "ledgerId",
    "genesisHash",
    "first",
    "last",
    "previousHash"
  })
  private record Header(
      String format,
      int version,
      UUID ledgerId,
      Hash genesisHash,
      long first,
      long last,
      Hash previousHash) {}

  @JsonPropertyOrder({
    "position",
    "stream",
    "version",
    "commitStart",
    "commitSize",
    "id",
    "type",
    "subjects",
    "actor",
    "authentication",
    "reason",
    "commandId",
    "correlation",
    "recordedAt",
    "prevHash",
    "data",
    "hash"
  })
  private record Event(
      long position,
      String stream,
      long version,
      long commitStart,
      int commitSize,
      UUID id,
      String type,
      List<String> subjects,
      String actor,
      @Nullable Authentication authentication,
      @Nullable String reason,
      UUID commandId,
      String correlation,
      String recordedAt,
      Hash prevHash,
      String data,
      Hash hash) {}

  @JsonPropertyOrder({"end", "count", "lastHash"})
  private record Trailer(String end, long count, Hash lastHash) {}

  /**
   * The first line, without its end.
   *
   * @param before the end of the chain that the first event continues
   * @param last the position of the last event
   */
  public static String header(Chain before, long last) {
    return write(
        new Header(
            FORMAT,
            VERSION,
            before.ledgerId(),
            Chain.genesis(before.ledgerId()).hash(),
            before.position() + 1,
            last,
            before.hash()));
  }

  /** The line of an event, without its end; the data is the very text that is hashed. */
  public static String event(Recorded event) {
    Envelope envelope = event.envelope();
    return write(
        new Event(
            envelope.position(),
            envelope.stream(),
            envelope.version(),
            envelope.commitStart(),
            envelope.commitSize(),
            envelope.id(),
            envelope.type(),
            envelope.subjects(),
            envelope.actor(),
            envelope.authentication(),
            envelope.reason(),
            envelope.commandId(),
            envelope.correlation(),
            envelope.recordedAt().toString(),
            envelope.prevHash(),
            event.data(),
            event.hash()));
  }

  /**
   * The last line, without its end.
   *
   * @param count how many lines there were of events
   * @param end the last of them, or the beginning
   */
  public static String trailer(long count, Chain end) {
    return write(new Trailer(FORMAT, count, end.hash()));
  }

  private static String write(Object line) {
    try {
      return WRITER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + line, e);
    }
  }

  /** What the first line says. */
  record Range(Chain before, long last) {}

  /** Reads the first line; throws {@link IllegalArgumentException} if it is none. */
  static Range readHeader(String line) {
    Header header = read(HEADER, line);
    if (!header.format().equals(FORMAT) || header.version() != VERSION) {
      throw new IllegalArgumentException(
          "of format %s %d, not %s %d"
              .formatted(header.format(), header.version(), FORMAT, VERSION));
    }
    if (header.first() < 1 || header.last() < header.first() - 1) {
      throw new IllegalArgumentException(
          "no range: %d to %d".formatted(header.first(), header.last()));
    }
    var before = new Chain(header.ledgerId(), header.first() - 1, header.previousHash());
    same(before, line, header(before, header.last()));
    Chain genesis = Chain.genesis(header.ledgerId());
    if (before.position() == 0 && !before.equals(genesis)) {
      throw new IllegalArgumentException("the first event continues the genesis hash");
    }
    return new Range(before, header.last());
  }

  /** The event of a line; throws {@link IllegalArgumentException} if it is none. */
  static Recorded readEvent(UUID ledgerId, String line) {
    Event read = read(EVENT, line);
    var envelope =
        new Envelope(
            ledgerId,
            read.position(),
            read.stream(),
            read.version(),
            read.commitStart(),
            read.commitSize(),
            read.id(),
            read.type(),
            read.subjects(),
            read.actor(),
            read.authentication(),
            read.reason(),
            read.commandId(),
            read.correlation(),
            time(read.recordedAt()),
            read.prevHash());
    var event = new Recorded(envelope, read.data(), read.hash());
    return same(event, line, event(event));
  }

  /** Whether a line is the last one. */
  static boolean isTrailer(String line) {
    return line.startsWith("{\"end\":");
  }

  /**
   * Whether the last line is right.
   *
   * @throws IllegalArgumentException that says what is wrong
   */
  static void checkTrailer(String line, long count, Chain end) {
    Trailer read = read(TRAILER, line);
    same(read, line, write(read));
    if (!line.equals(trailer(count, end))) {
      throw new IllegalArgumentException(
          "says %d events and last hash %s, there are %d with last hash %s"
              .formatted(read.count(), read.lastHash(), count, end.hash()));
    }
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time: " + text, e);
    }
  }

  private static <T> T read(ObjectReader reader, String line) {
    try {
      T read = reader.readValue(line);
      if (read == null) {
        throw new IllegalArgumentException("null");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static <T> T same(T read, String line, String written) {
    if (!written.equals(line)) {
      throw new IllegalArgumentException("not as it was written: " + difference(line, written));
    }
    return read;
  }

  private static String difference(String line, String written) {
    int at = 0;
    while (at < Math.min(line.length(), written.length())
        && line.charAt(at) == written.charAt(at)) {
      at++;
    }
    return "it differs from character %d on".formatted(at + 1);
  }
}
