package io.weir.contracts.value;

/** The name of one object: a prefix that tells its kind and eight characters of a-z 0-9. */
public sealed interface Id
    permits UpstreamId, ServiceId, ApiId, InstanceId, VpcId, CcnId, ReleaseId, KeyId, LedgerKeyId {
  /** The whole id, such as {@code upstream-4n5bfklc}. */
  String value();

  /**
   * Throws {@link InvalidValueException} unless {@code value} is {@code prefix} and eight of a-z
   * 0-9.
   */
  static void check(String prefix, String value) {
    boolean valid = value.length() == prefix.length() + 8 && value.startsWith(prefix);
    for (int i = prefix.length(); valid && i < value.length(); i++) {
      char c = value.charAt(i);
      valid = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    if (!valid) {
      throw new InvalidValueException("must be " + prefix + " followed by 8 characters of a-z 0-9");
    }
  }

  /** A new random id text. */
  static String random(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < 8; i++) {
      id.append(Character.forDigit(RandomSource.RANDOM.nextInt(36), 36));
    }
    return id.toString();
  }
}
