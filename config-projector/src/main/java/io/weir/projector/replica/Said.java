package io.weir.projector.replica;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values in reports of replicas, which may be of any version: what PostgreSQL can keep. */
final class Said {
  private static final int LONGEST_SENTENCE = 500;
  private static final int LAST_YEAR = 9999;

  private Said() {}

  /** Whether a text is there and can be kept. */
  static boolean isName(String text, int longest) {
    // PostgreSQL has no text with a NUL in it
    return text.length() <= longest && text.indexOf('\0') < 0;
  }

  /** A sentence, cut if it is long, or null. */
  static @Nullable String words(JsonNode of, String member) {
    JsonNode value = of.path(member);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      return null;
    }
    String text = value.textValue().replace('\0', ' ');
    return text.length() <= LONGEST_SENTENCE ? text : text.substring(0, LONGEST_SENTENCE);
  }

  /** A moment as ISO 8601 in UTC, to the microsecond, or null. */
  static @Nullable OffsetDateTime time(JsonNode of, String member) {
    try {
      OffsetDateTime time = Instant.parse(of.path(member).asText()).atOffset(ZoneOffset.UTC);
      return time.getYear() > 0 && time.getYear() <= LAST_YEAR ? time : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
