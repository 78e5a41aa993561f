package io.weir.dataplane.route;

import io.weir.contracts.value.Id;

/**
 * The eight random characters of an id as one number, so that a look-up needs neither text nor
 * garbage.
 */
final class IdKey {
  /** No id has this key. */
  static final long NONE = 0;

  private static final byte[] SERVICE = Ascii.bytes("service-");
  private static final int LENGTH = 8;

  private IdKey() {}

  /** The key of an id. */
  static long of(Id id) {
    String value = id.value();
    long key = 0;
    for (int i = value.length() - LENGTH; i < value.length(); i++) {
      key = key << 8 | value.charAt(i);
    }
    return key;
  }

  /**
   * The key of the service that the first label of a host name, in any case, names; {@link #NONE}
   * if it names none.
   */
  static long ofHost(byte[] host, int from, int to) {
    int start = from + SERVICE.length;
    int end = start + LENGTH;
    if (end > to || end < to && host[end] != '.' && host[end] != ':') {
      return NONE;
    }
    for (int i = 0; i < SERVICE.length; i++) {
      if (Ascii.lower(host[from + i]) != SERVICE[i]) {
        return NONE;
      }
    }
    long key = 0;
    for (int i = start; i < end; i++) {
      int c = Ascii.lower(host[i]);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
        return NONE;
      }
      key = key << 8 | c;
    }
    return key;
  }

  /** The same of a text. */
  static long ofHost(String host) {
    byte[] bytes = Ascii.bytes(host);
    return ofHost(bytes, 0, bytes.length);
  }
}
