package io.weir.contracts.image;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.codec.Json;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Hash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

/**
 * An image as a file: JSON lines in UTF-8, first a header, then one event a line, last the SHA-256
 * of all lines before.
 *
 * @param offset of the Kafka record the log continues with, or -1 if that is unknown
 */
public record Snapshot(GatewayImage image, long offset) {
  private static final String FORMAT = "weir-snapshot-1";

  private record Header(
      String format, UUID ledgerId, long position, Hash hash, String at, long offset) {}

  private record Entry(
      long version, long position, String at, String type, @JsonRawValue String data) {}

  private record ReadEntry(long version, long position, String at, String type, JsonNode data) {}

  private record Trailer(Hash sha256) {}

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
    line(out, digest, new Trailer(Hash.fromBytes(digest.digest())));
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

  /**
   * Reads a file, upcasting retired event types.
   *
   * @throws IOException if it cannot be read, is not a snapshot, is cut short or was altered
   * @throws UnknownEventException if it holds an event this version of Weir does not know
   */
  public static Snapshot read(InputStream in, EventCodec codec) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try {
      MessageDigest digest = Hash.sha256();
      Header header = parse(next(reader, digest), Header.class);
      if (!FORMAT.equals(header.format())) {
        throw new IOException("not a snapshot of format " + FORMAT + ": " + header.format());
      }
      GatewayDelta delta = new GatewayDelta(GatewayImage.genesis(header.ledgerId()));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("{\"sha256\"")) {
          return finish(header, delta, line, digest);
        }
        update(digest, line);
        ReadEntry entry = parse(line, ReadEntry.class);
        delta.replay(
            new Revision(entry.version(), entry.position(), Instant.parse(entry.at())),
            codec.decode(entry.type(), entry.data().toString()));
      }
      throw new IOException("the snapshot is cut short");
    } catch (UnknownEventException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IOException("not a snapshot: " + e.getMessage(), e);
    }
  }

  private static Snapshot finish(
      Header header, GatewayDelta delta, String line, MessageDigest digest) throws IOException {
    if (!parse(line, Trailer.class).sha256().equals(Hash.fromBytes(digest.digest()))) {
      throw new IOException("the snapshot does not match its checksum");
    }
    Provenance of =
        new Provenance(
            header.ledgerId(), header.position(), header.hash(), Instant.parse(header.at()));
    return new Snapshot(delta.apply(of), header.offset());
  }

  private static String next(BufferedReader reader, MessageDigest digest) throws IOException {
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("the snapshot is empty");
    }
    update(digest, line);
    return line;
  }

  private static void update(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T parse(String line, Class<T> type) throws IOException {
    try {
      return Json.MAPPER.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new IOException("not a line of a snapshot: " + e.getOriginalMessage(), e);
    }
  }
}
