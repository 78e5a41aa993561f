package io.weir.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as it arrived: nothing decoded, nothing merged, nothing reordered. */
public final class Request {
  private final String method;
  private final String target;
  private final List<Header> headers;
  private final InputStream stream;
  private byte @Nullable [] body;

  Request(String method, String target, List<Header> headers, InputStream stream) {
    this.method = method;
    this.target = target;
    this.headers = List.copyOf(headers);
    this.stream = stream;
  }

  /** The method, for example {@code GET}. */
  public String method() {
    return method;
  }

  /** The request target with its query, exactly as sent. */
  public String target() {
    return target;
  }

  /** All header lines in the order of the wire. */
  public List<Header> headers() {
    return headers;
  }

  /** The value of the first header of that name, whatever its case. */
  public Optional<String> header(String name) {
    return all(name).stream().findFirst();
  }

  /** The values of all headers of that name, whatever its case. */
  public List<String> all(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /**
   * The body still on its way, for a behaviour that watches it arrive; read it or {@link #body}.
   */
  public InputStream stream() {
    return stream;
  }

  /** The rest of the body; waits for its end the first time. */
  public synchronized byte[] body() {
    if (body == null) {
      try {
        body = stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("the request body broke off", e);
      }
    }
    return body.clone();
  }

  /** {@link #body} as UTF-8 text. */
  public String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  /** The whole request as text: request line, header lines, empty line, body. */
  byte[] echo() {
    var text = new StringBuilder(method + " " + target + "\n");
    headers.forEach(header -> text.append(header).append('\n'));
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.append('\n').toString().getBytes(ISO_8859_1));
    bytes.writeBytes(body());
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return method + " " + target + " " + headers;
  }
}
