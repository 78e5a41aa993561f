package io.weir.guard.access;

import io.weir.contracts.log.Hash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What recognises a session or a link: 256 random bits in base64url. Kept only by whoever holds it;
 * the ledger's database has its hash.
 */
public record SessionToken(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{43}");

  public SessionToken {
    if (!SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException("not the token of a session");
    }
  }

  static SessionToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token that a text is; empty if it is none. */
  public static Optional<SessionToken> of(String text) {
    return SYNTAX.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
  }

  Hash hash() {
    return Hash.of(text);
  }

  /** Nothing that opens anything. */
  @Override
  public String toString() {
    return "the token of a session";
  }
}
