package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A set of HTTP statuses from 200 to 599, written as a comma list of statuses and ranges such as
 * {@code 200,204,300-399}. Two are equal if they are written alike. Immutable.
 */
public final class HttpStatuses {
  /** The longest text. */
  public static final int MAX_LENGTH = 255;

  private static final Pattern LIST =
      Pattern.compile("[2-5][0-9]{2}(-[2-5][0-9]{2})?(,[2-5][0-9]{2}(-[2-5][0-9]{2})?)*");

  private final String value;
  private final BitSet statuses;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HttpStatuses(String value) {
    if (value.length() > MAX_LENGTH || !LIST.matcher(value).matches()) {
      throw new InvalidValueException(
          "must be statuses from 200 to 599 and ranges of them, such as 200,204,300-399,"
              + " in at most 255 characters");
    }
    this.value = value;
    this.statuses = parsed(value);
  }

  private static BitSet parsed(String value) {
    BitSet statuses = new BitSet(600);
    for (String part : value.split(",", -1)) {
      int first = Integer.parseInt(part.substring(0, 3));
      int last = Integer.parseInt(part.substring(part.length() - 3));
      if (last < first) {
        throw new InvalidValueException("must not have the range " + part + ", which is empty");
      }
      statuses.set(first, last + 1);
    }
    return statuses;
  }

  /** The set as it was written. */
  @JsonValue
  public String value() {
    return value;
  }

  /** Whether a status is among them; any number may be asked for. */
  public boolean contains(int status) {
    return status >= 0 && statuses.get(status);
  }

  /** Whether some status is in both. */
  public boolean intersects(HttpStatuses other) {
    return statuses.intersects(other.statuses);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpStatuses set && value.equals(set.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
