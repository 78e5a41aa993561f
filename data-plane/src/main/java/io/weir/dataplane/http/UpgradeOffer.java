package io.weir.dataplane.http;

import org.jspecify.annotations.Nullable;

/**
 * The protocols that an Upgrade header offers to switch to (RFC 9110, 7.8), as a list that can be
 * passed on. HTTP itself is never among them, wherever it stands in the list: a node that switched
 * to HTTP/2 would read requests that nothing here has seen.
 */
public final class UpgradeOffer {
  private UpgradeOffer() {}

  /** What the headers offer beside HTTP, or null if nothing. */
  public static @Nullable String of(Headers headers) {
    StringBuilder offer = null;
    for (int i = headers.find(HeaderName.UPGRADE);
        i >= 0;
        i = headers.find(HeaderName.UPGRADE, i + 1)) {
      for (String element : headers.value(i).split(",", -1)) {
        String protocol = element.strip();
        if (isProtocol(protocol) && !isHttp(protocol)) {
          offer = offer == null ? new StringBuilder() : offer.append(", ");
          offer.append(protocol);
        }
      }
    }
    return offer == null ? null : offer.toString();
  }

  /**
   * Whether a 101 (Switching Protocols) switches to what was offered.
   *
   * @param offer what {@link #of} made of the request
   * @param answer the headers of the response: have to name at least one protocol, each offered
   */
  public static boolean covers(String offer, Headers answer) {
    int named = 0;
    for (int i = answer.find(HeaderName.UPGRADE);
        i >= 0;
        i = answer.find(HeaderName.UPGRADE, i + 1)) {
      for (String element : answer.value(i).split(",", -1)) {
        if (!isOffered(offer, element.strip())) {
          return false;
        }
        named++;
      }
    }
    return named > 0;
  }

  private static boolean isOffered(String offer, String protocol) {
    for (String offered : offer.split(", ", -1)) {
      if (offered.equalsIgnoreCase(protocol)) {
        return true;
      }
    }
    return false;
  }

  /** A token, and maybe a slash and a version that is one. */
  private static boolean isProtocol(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Tokens.isToken(text)
        : Tokens.isToken(text.substring(0, slash)) && Tokens.isToken(text.substring(slash + 1));
  }

  private static boolean isHttp(String protocol) {
    int slash = protocol.indexOf('/');
    String name = slash < 0 ? protocol : protocol.substring(0, slash);
    return name.equalsIgnoreCase("h2c")
        || name.equalsIgnoreCase("h2")
        || name.equalsIgnoreCase("h3")
        || name.equalsIgnoreCase("http");
  }
}
