package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a certificate in the certificate directory of every replica: {@code NAME.crt} (a PEM chain)
 * and, where a key is needed, {@code NAME.key} (PEM PKCS#8). The configuration holds names only,
 * never keys.
 */
public record CertificateName(@JsonValue String value) {
  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CertificateName {
    if (!SYNTAX.matcher(value).matches()) {
      throw new InvalidValueException(
          "must be 1 to 64 characters of a-z A-Z 0-9 . _ - and not start with .");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
