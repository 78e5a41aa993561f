package io.weir.dataplane.route;

import io.weir.contracts.value.Id;

/**
 * The eight random characters of an id as one number, so that a look-up needs neither text nor
 * garbage.
 */
final class IdKey {
  /** No id has this key. */
  static final long NONE = 0;

  private static final String SERVICE = "service-";
  private static final int LENGTH = 8;

  private IdKey() {}

  /** The key of an id. */
  static long of(Id id) {
    String value = id.value();
    return pack(value, value.length() - LENGTH);
  }

  /**
   * The key of the service that the first label of a host name, in any case, names; {@link #NONE}
   * if it names none.
   */
  static long ofHost(String host) {
    int end = SERVICE.length() + LENGTH;
    if (host.length() < end || !host.regionMatches(true, 0, SERVICE, 0, SERVICE.length())) {
      return NONE;
    }
    if (host.length() > end && host.charAt(end) != '.' && host.charAt(end) != ':') {
      return NONE;
    }
    return pack(host, SERVICE.length());
  }

  private static long pack(String text, int from) {
    long key = 0;
    for (int i = from; i < from + LENGTH; i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      } else if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
        return NONE;
      }
      key = key << 8 | c;
    }
    return key;
  }
}
