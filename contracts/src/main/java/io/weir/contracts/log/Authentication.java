package io.weir.contracts.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.KeyId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How it is known who gave a command: {@code key/} and the id of an API key, {@code oidc/} and the
 * issuer that said so, {@code weir} if Weir decided by itself, {@code none} if it is not known.
 *
 * @param value up to 200 characters; throws {@link InvalidValueException} for anything else
 */
public record Authentication(@JsonValue String value) {
  private static final int MAX = 200;
  private static final String KEY = "key/";
  private static final String OIDC = "oidc/";
  private static final Pattern SYNTAX =
      Pattern.compile("key/key-[a-z0-9]{8}|oidc/https?://[!-~]+|weir|none");

  /** Nobody proved anything. */
  public static final Authentication NONE = new Authentication("none");

  /** No caller was there. */
  public static final Authentication WEIR = new Authentication("weir");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Authentication {
    if (value.length() > MAX || !SYNTAX.matcher(value).matches()) {
      throw new InvalidValueException(
          "must be key/ and an id, oidc/ and an issuer, weir or none, at most "
              + MAX
              + " characters");
    }
  }

  /** By the secret of a key. */
  public static Authentication key(KeyId id) {
    return new Authentication(KEY + id);
  }

  /** By a token of an issuer, an absolute URL. */
  public static Authentication oidc(String issuer) {
    return new Authentication(OIDC + issuer);
  }

  /** The key, if it was by one. */
  public Optional<KeyId> keyId() {
    return value.startsWith(KEY)
        ? Optional.of(new KeyId(value.substring(KEY.length())))
        : Optional.empty();
  }

  /** The issuer, if it was by a token. */
  public Optional<String> issuer() {
    return value.startsWith(OIDC) ? Optional.of(value.substring(OIDC.length())) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
