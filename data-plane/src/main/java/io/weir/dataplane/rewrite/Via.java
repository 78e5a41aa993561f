package io.weir.dataplane.rewrite;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.Version;
import java.util.SplittableRandom;

/**
 * The Via header (RFC 9110, 7.6.3): by which gateways a message went, and the version it reached
 * each of them in. Every process has a pseudonym of its own, so that several gateways in a row can
 * tell a request that has been here from one that has been at another.
 */
public final class Via {
  /**
   * How often a request may pass one process: an upstream may well be another API of this gateway.
   */
  static final int MOST_LAPS = 3;

  /** How many processes of Weir a request may pass: bounds laps among the members of a group. */
  static final int MOST_GATEWAYS = 16;

  private static final String FAMILY = "weir-";

  /** What this process calls itself. */
  static final String NAME = FAMILY + pseudonym();

  private static final String HTTP_1_0 = "1.0 " + NAME;
  private static final String HTTP_1_1 = "1.1 " + NAME;
  private static final String HTTP_2 = "2 " + NAME;

  private Via() {}

  private static String pseudonym() {
    return String.format("%08x", (int) new SplittableRandom().nextLong());
  }

  /** What this hop adds to a message that came in this version. */
  static String element(Version version) {
    return switch (version) {
      case HTTP_1_0 -> HTTP_1_0;
      case HTTP_1_1 -> HTTP_1_1;
      case HTTP_2 -> HTTP_2;
    };
  }

  /** Whether a request goes in circles: it has been here a few times, or at many of our kind. */
  public static boolean isLoop(Headers headers) {
    int laps = 0;
    int gateways = 0;
    for (int i = headers.find(HeaderName.VIA); i >= 0; i = headers.find(HeaderName.VIA, i + 1)) {
      String list = headers.value(i);
      for (int at = list.indexOf(FAMILY); at >= 0; at = list.indexOf(FAMILY, at + 1)) {
        if (at > 0 && list.charAt(at - 1) == ' ') {
          gateways++;
          laps += list.startsWith(NAME, at) ? 1 : 0;
        }
      }
    }
    return laps >= MOST_LAPS || gateways >= MOST_GATEWAYS;
  }
}
