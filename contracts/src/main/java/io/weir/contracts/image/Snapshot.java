package io.weir.contracts.image;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.codec.Json;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/**
 * An image as a file: JSON lines in UTF-8, first a header, then one event a line, last the SHA-256
 * of all bytes before. Every line, the last too, ends with a line feed.
 *
 * @param offset of the Kafka record the log continues with, or -1 if that is unknown
 */
public record Snapshot(GatewayImage image, long offset) {
  private static final String FORMAT = "weir-snapshot-1";

  private record Header(
      String format, UUID ledgerId, long position, Hash hash, String at, long offset) {}

  private static final ObjectReader HEADER =
      Json.MAPPER.readerFor(Header.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private record Entry(
      long version, long position, String at, String type, @JsonRawValue String data) {}

  /** The first member of an entry. */
  private static final String FIRST = "version";

  private static final String CHECKSUM = "sha256";
  private static final int BUFFER = 1 << 16;
  private static final int TRAILER_LENGTH = trailer(Hash.of("any")).length;

  /** Writes the file's bytes; does not close {@code out}. */
  public void write(OutputStream out) throws IOException {
    MessageDigest digest = Hash.sha256();
    Provenance of = image.provenance();
    line(
        out,
        digest,
        new Header(FORMAT, of.ledgerId(), of.position(), of.hash(), of.at().toString(), offset));
    try {
      ImageWriter.write(image, (revision, event) -> entry(out, digest, revision, event));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.write(trailer(Hash.fromBytes(digest.digest())));
  }

  private static void entry(
      OutputStream out, MessageDigest digest, Revision revision, GatewayEvent event) {
    try {
      line(
          out,
          digest,
          new Entry(
              revision.version(),
              revision.position(),
              revision.at().toString(),
              EventTypes.nameOf(event),
              EventCodec.CURRENT.encode(event)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(OutputStream out, MessageDigest digest, Object value)
      throws IOException {
    byte[] bytes = (Json.MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    out.write(bytes);
  }

  private static byte[] trailer(Hash sha256) {
    return "{\"%s\":\"%s\"}\n".formatted(CHECKSUM, sha256).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a file to its end, upcasting retired event types. Nothing in it is believed before its
   * checksum is right.
   *
   * @throws IOException if it cannot be read, is not a snapshot, is cut short or was altered
   * @throws UnknownEventException if it holds an event this version of Weir does not know
   */
  public static Snapshot read(InputStream in, EventCodec codec) throws IOException {
    byte[] file = in.readAllBytes();
    verify(file);
    try (JsonParser parser = Json.MAPPER.createParser(file)) {
      return read(parser, codec);
    }
  }

  /**
   * The same of a file that came packed with gzip, whose own checksum (RFC 1952) tells whether it
   * was damaged: that of the file, which costs a quarter of the time, is not looked at, and the
   * file is never in memory as a whole.
   *
   * @throws IOException if it cannot be read or unpacked, or is not a snapshot
   * @throws UnknownEventException as the other
   */
  public static Snapshot unpack(InputStream gzip, EventCodec codec) throws IOException {
    try (InputStream in = new GZIPInputStream(gzip, BUFFER);
        JsonParser parser = Json.MAPPER.createParser(in)) {
      try {
        return read(parser, codec);
      } catch (UnknownEventException e) {
        // or is it damage, which only the end tells?
        in.transferTo(OutputStream.nullOutputStream());
        throw e;
      }
    }
  }

  private static Snapshot read(JsonParser parser, EventCodec codec) throws IOException {
    try {
      parser.nextToken();
      Header header = HEADER.readValue(parser);
      if (!FORMAT.equals(header.format())) {
        throw new IOException("not a snapshot of format " + FORMAT + ": " + header.format());
      }
      GatewayDelta delta = new GatewayDelta(GatewayImage.genesis(header.ledgerId()));
      while (isEntry(parser)) {
        entry(parser, codec, delta);
      }
      Provenance of =
          new Provenance(
              header.ledgerId(), header.position(), header.hash(), Instant.parse(header.at()));
      return new Snapshot(delta.apply(of), header.offset());
    } catch (UnknownEventException e) {
      throw e;
    } catch (RuntimeException | JsonProcessingException e) {
      throw new IOException("not a snapshot: " + e.getMessage(), e);
    }
  }

  /** Goes to the first value of the next entry; past the end of the file after the last one. */
  private static boolean isEntry(JsonParser parser) throws IOException {
    require(parser.nextToken() == JsonToken.START_OBJECT, parser);
    String name = parser.nextFieldName();
    parser.nextToken();
    if (!CHECKSUM.equals(name)) {
      require(FIRST.equals(name), parser);
      return true;
    }
    require(parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null, parser);
    return false;
  }

  /** Reads the members of {@link Entry} in the order in which they are written. */
  private static void entry(JsonParser parser, EventCodec codec, GatewayDelta delta)
      throws IOException {
    long version = parser.getLongValue();
    long position = member(parser, "position").getLongValue();
    Instant at = Instant.parse(member(parser, "at").getText());
    String type = member(parser, "type").getText();
    GatewayEvent event = codec.decode(type, member(parser, "data"));
    require(parser.nextToken() == JsonToken.END_OBJECT, parser);
    delta.replay(new Revision(version, position, at), event);
  }

  private static JsonParser member(JsonParser parser, String name) throws IOException {
    require(name.equals(parser.nextFieldName()), parser);
    parser.nextToken();
    return parser;
  }

  private static void require(boolean expected, JsonParser parser) throws IOException {
    if (!expected) {
      throw new IOException(
          "not a snapshot: no entry at byte " + parser.currentTokenLocation().getByteOffset());
    }
  }

  /** Refuses a file whose checksum is not there, or not right. */
  private static void verify(byte[] file) throws IOException {
    if (file.length == 0) {
      throw new IOException("the snapshot is empty");
    }
    int end = file.length - TRAILER_LENGTH;
    if (end <= 0 || file[end] != '{' || file[file.length - 1] != '\n') {
      throw new IOException(
          "the snapshot does not end with a checksum: it was cut short or altered");
    }
    MessageDigest digest = Hash.sha256();
    digest.update(file, 0, end);
    byte[] expected = trailer(Hash.fromBytes(digest.digest()));
    if (!Arrays.equals(expected, 0, TRAILER_LENGTH, file, end, file.length)) {
      throw new IOException("the snapshot does not match its checksum: it was altered");
    }
  }
}
