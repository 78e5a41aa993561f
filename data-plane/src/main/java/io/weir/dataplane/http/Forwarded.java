package io.weir.dataplane.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the Forwarded header of a request says (RFC 7239, 4).
 *
 * @param addresses whom each hop received the request from, the client first; {@code unknown} for a
 *     hop that does not say
 * @param host the authority that the client asked for, or null if the first element does not say
 * @param proto the scheme that the client used, or null if the first element does not say
 */
public record Forwarded(List<String> addresses, @Nullable String host, @Nullable String proto) {
  private static final String UNKNOWN = "unknown";

  /** What all fields of that name say together; nothing after what is malformed. */
  public static Forwarded in(Headers headers) {
    List<String> addresses = new ArrayList<>();
    String host = null;
    String proto = null;
    for (int i = headers.find(HeaderName.FORWARDED);
        i >= 0;
        i = headers.find(HeaderName.FORWARDED, i + 1)) {
      for (String element : split(headers.value(i), ',')) {
        String node = UNKNOWN;
        for (String pair : split(element, ';')) {
          int equals = pair.indexOf('=');
          String name = pair.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
          String value = unquoted(pair.substring(equals + 1).strip());
          switch (name) {
            case "for" -> node = address(value);
            case "host" -> host = addresses.isEmpty() ? value : host;
            case "proto" -> proto = addresses.isEmpty() ? value : proto;
            default -> {}
          }
        }
        addresses.add(node);
      }
    }
    return new Forwarded(addresses, host, proto);
  }

  /** The parts between separators that are in no quoted string. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted && c == '\\') {
        i++;
      } else if (!quoted && c == separator) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    parts.removeIf(String::isBlank);
    return parts;
  }

  private static String unquoted(String value) {
    if (value.length() < 2 || value.charAt(0) != '"') {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 1; i < value.length() - 1; i++) {
      if (value.charAt(i) == '\\') {
        i++;
      }
      text.append(value.charAt(i));
    }
    return text.toString();
  }

  /**
   * The address of a node identifier or of an element of X-Forwarded-For, without port and
   * brackets; {@code unknown} if it is none and no name that begins with an underscore (6.3).
   */
  public static String address(String node) {
    if (node.startsWith("_")) {
      return node;
    }
    String address = node;
    int bracket = node.indexOf(']');
    if (node.startsWith("[") && bracket > 0) {
      address = node.substring(1, bracket);
    } else if (node.indexOf(':') == node.lastIndexOf(':') && node.indexOf(':') > 0) {
      address = node.substring(0, node.indexOf(':'));
    }
    return isAddress(address) ? address : UNKNOWN;
  }

  /** Whether it has the letters of an address: what is passed on can break nothing. */
  private static boolean isAddress(String text) {
    boolean ipv6 = text.indexOf(':') >= 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
      if (!digit && c != '.' && !(ipv6 && (letter || c == ':'))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * Appends an element.
   *
   * @param address an address without brackets, {@code unknown}, or a name that begins with an
   *     underscore
   * @param host an authority, or null to leave it out
   * @param proto a scheme, or null to leave it out
   */
  public static void append(
      StringBuilder list, String address, @Nullable String host, @Nullable String proto) {
    if (!list.isEmpty()) {
      list.append(", ");
    }
    list.append("for=");
    if (address.indexOf(':') >= 0) {
      list.append("\"[").append(address).append("]\"");
    } else if (Tokens.isToken(address)) {
      list.append(address);
    } else {
      quote(list, address);
    }
    if (host != null) {
      quote(list.append(";host="), host);
    }
    if (proto != null) {
      list.append(";proto=");
      if (Tokens.isToken(proto)) {
        list.append(proto);
      } else {
        quote(list, proto);
      }
    }
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }
}
