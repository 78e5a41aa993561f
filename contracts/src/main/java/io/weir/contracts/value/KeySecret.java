package io.weir.contracts.value;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret text of an API key: {@code weir_}, what follows {@code key-} in its id, {@code _}, 256
 * random bits in 43 digits of base 62, and in 6 more digits the CRC-32 of all before. The check
 * tells a typing error from a wrong key, and a scanner for leaked secrets a key from other text.
 * Never in an event, an answer that is kept, or a log.
 *
 * @param text all of it; throws {@link InvalidValueException} for anything else
 */
public record KeySecret(String text) {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  private static final int BITS = 256;
  private static final int RANDOM_DIGITS = 43;
  private static final int CHECK_DIGITS = 6;
  private static final Pattern SYNTAX =
      Pattern.compile("(weir_([a-z0-9]{8})_[0-9A-Za-z]{43})([0-9A-Za-z]{6})");

  public KeySecret {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches() || !check(matcher.group(1)).equals(matcher.group(3))) {
      throw new InvalidValueException("must be an API key as it was shown when it was made");
    }
  }

  /** A new secret of a key. */
  public static KeySecret random(KeyId id) {
    String before =
        "weir_"
            + id.value().substring(KeyId.PREFIX.length())
            + "_"
            + digits(new BigInteger(BITS, RandomSource.RANDOM), RANDOM_DIGITS);
    return new KeySecret(before + check(before));
  }

  /** The key it is the secret of. */
  public KeyId keyId() {
    return new KeyId(KeyId.PREFIX + text.substring("weir_".length(), "weir_".length() + 8));
  }

  private static String check(String before) {
    CRC32 crc = new CRC32();
    crc.update(before.getBytes(StandardCharsets.US_ASCII));
    return digits(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
  }

  private static String digits(BigInteger number, int length) {
    StringBuilder digits = new StringBuilder();
    BigInteger rest = number;
    for (int i = 0; i < length; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      digits.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return digits.reverse().toString();
  }

  /** The key's id, and nothing that opens anything. */
  @Override
  public String toString() {
    return "the secret of " + keyId();
  }
}
