package io.weir.dataplane.support.script;

import io.weir.testing.http.Header;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads messages of HTTP/1.1 as RFC 9112 has them and nothing else: what deviates is a {@link
 * ProtocolException}, what ends too early an {@link EOFException}.
 */
public final class StrictReader {
  /** Takes the pieces of a body. */
  @FunctionalInterface
  public interface Pieces {
    void add(byte[] bytes, int count);
  }

  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];

  public StrictReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The next line without its end, or null if nothing comes any more. */
  public String lineOrEnd() throws IOException {
    int first = in.read();
    return first < 0 ? null : line(first);
  }

  /** The next line without its end. */
  public String line() throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException("ended before a line");
    }
    return line(first);
  }

  private String line(int first) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = first; c != '\r'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("ended within a line");
      }
      if (c < ' ' && c != '\t') {
        throw new ProtocolException("a line holds the byte " + c);
      }
      line.write(c);
    }
    int feed = in.read();
    if (feed < 0) {
      throw new EOFException("ended within a line end");
    }
    if (feed != '\n') {
      throw new ProtocolException("CR without LF");
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** A header or trailer section with its empty line. */
  public List<Header> fields() throws IOException {
    List<Header> fields = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon <= 0 || line.substring(0, colon).matches(".*[^!#$%&'*+.^_`|~0-9A-Za-z-].*")) {
        throw new ProtocolException("no field: " + line);
      }
      fields.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return fields;
  }

  /** A body of that many bytes. */
  public void exactly(long length, Pieces to) throws IOException {
    for (long rest = length; rest > 0; ) {
      int n = in.read(buffer, 0, (int) Math.min(rest, buffer.length));
      if (n < 0) {
        throw new EOFException("ended " + rest + " bytes before the end of " + length);
      }
      to.add(buffer, n);
      rest -= n;
    }
  }

  /** A chunked body with its trailers. */
  public List<Header> chunked(Pieces to) throws IOException {
    while (true) {
      String size = line();
      if (!size.matches("[0-9a-fA-F]{1,8}")) {
        throw new ProtocolException("no size of a chunk: " + size);
      }
      long length = Long.parseLong(size, 16);
      if (length == 0) {
        return fields();
      }
      exactly(length, to);
      if (!line().isEmpty()) {
        throw new ProtocolException("a chunk goes on behind its end");
      }
    }
  }

  /** A body that ends with the connection. */
  public void toTheEnd(Pieces to) throws IOException {
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      to.add(buffer, n);
    }
  }

  /** The framing of a message by its fields; a message with two is a {@link ProtocolException}. */
  public static Framing framing(List<Header> fields) throws ProtocolException {
    List<String> codings = all(fields, "transfer-encoding");
    List<String> lengths = all(fields, "content-length");
    if (codings.size() + lengths.size() > 1) {
      throw new ProtocolException("framed more than once: " + codings + lengths);
    }
    if (!codings.isEmpty()) {
      if (!codings.getFirst().equalsIgnoreCase("chunked")) {
        throw new ProtocolException("coded as " + codings);
      }
      return new Framing.Chunked();
    }
    if (lengths.isEmpty()) {
      return new Framing.None();
    }
    if (!lengths.getFirst().matches("[0-9]{1,18}")) {
      throw new ProtocolException("no length: " + lengths);
    }
    return new Framing.Length(Long.parseLong(lengths.getFirst()));
  }

  /** The values of the fields of a name in any case. */
  public static List<String> all(List<Header> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** How a message says where it ends. */
  public sealed interface Framing {
    record Length(long bytes) implements Framing {}

    record Chunked() implements Framing {}

    record None() implements Framing {}
  }
}
