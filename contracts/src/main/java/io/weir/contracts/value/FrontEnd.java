package io.weir.contracts.value;

import java.util.Locale;
import java.util.regex.Pattern;

/** What clients call: a path and a method. */
public record FrontEnd(FrontPath path, Method method) {
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** Equal for two front ends that no service ever had both of. */
  public String key() {
    return method + " " + path.shape();
  }

  /** Whether the keys are equal, which most front ends tell without making them. */
  public boolean isLike(FrontEnd other) {
    return method == other.method && path.isLike(other.path);
  }

  /**
   * Equal for two front ends that the same requests would reach: the case of an escape's digits
   * does not tell paths apart (RFC 3986, 6.2.2.1). Services of old ledgers may have both.
   */
  public String requests() {
    return ESCAPE.matcher(key()).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
  }
}
