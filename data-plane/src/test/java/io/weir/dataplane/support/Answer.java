package io.weir.dataplane.support;

import io.weir.testing.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A response as it was on the wire. */
public record Answer(
    int status, String reason, List<Header> headers, byte[] body, List<Header> trailers) {
  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The values of all headers of a name, in any case. */
  public List<String> all(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** The value of the only header of a name, or null. */
  public String header(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      throw new AssertionError("more than one " + name + ": " + values);
    }
    return values.isEmpty() ? null : values.getFirst();
  }
}
