package io.weir.standalone.home;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whom management answers. */
public enum Access {
  /** Who shows an API key; the first one is made in the home. */
  KEYS,
  /** Everybody who can reach a loopback address. */
  NONE;

  /**
   * What the option says.
   *
   * @param host what management listens on
   * @throws ComplaintException if it would answer everybody from elsewhere, or is no such word
   */
  public static Access of(String option, String host) throws ComplaintException {
    Access access =
        switch (option) {
          case "keys" -> KEYS;
          case "none" -> NONE;
          default ->
              throw new ComplaintException("--auth is keys or none, not \"%s\"".formatted(option));
        };
    if (access == NONE && !isLoopback(host)) {
      throw new ComplaintException(
          "--auth none answers everybody, and is possible on a loopback address only, not on "
              + host);
    }
    return access;
  }

  /** The word of the option. */
  public String option() {
    return this == KEYS ? "keys" : "none";
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
