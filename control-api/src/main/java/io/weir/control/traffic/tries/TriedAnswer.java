package io.weir.control.traffic.tries;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replica answered.
 *
 * @param headers in their order
 * @param body its beginning
 * @param bytes how many came
 * @param truncated whether that is not all of the body, or not all of it came
 * @param micros from the sending to the end
 */
record TriedAnswer(
    int status,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    long bytes,
    boolean truncated,
    long micros) {
  TriedAnswer {
    headers = List.copyOf(headers);
  }

  /** Writes it; the body as text if it is UTF-8. */
  void write(ObjectNode into) {
    into.put("micros", micros).put("status", status);
    ArrayNode lines = into.putArray("headers");
    headers.forEach(
        header -> lines.addObject().put("name", header.getKey()).put("value", header.getValue()));
    String text = text();
    if (text == null) {
      into.put("bodyBase64", Base64.getEncoder().encodeToString(body));
    } else {
      into.put("body", text);
    }
    into.put("bytes", bytes).put("bodyTruncated", truncated);
  }

  /** Null if it is no text; a character that was cut is left out. */
  private @Nullable String text() {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(body.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(body), text, !truncated);
    String decoded = text.flip().toString();
    return result.isError() || decoded.indexOf('\0') >= 0 ? null : decoded;
  }
}
