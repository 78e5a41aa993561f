package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The public part of an Ed25519 key: the 32 bytes of RFC 8032, base64. */
public record PublicKey(@JsonValue String value) {
  // 42 digits, one that ends with two bits of nothing, and the padding: one text for 32 bytes
  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PublicKey {
    if (!SYNTAX.matcher(value).matches()) {
      throw new InvalidValueException("must be the base64 of 32 bytes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
