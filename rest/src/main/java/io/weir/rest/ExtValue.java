package io.weir.rest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Texts of any characters in request headers. The server reads header bytes as ISO 8859-1; clients
 * send UTF-8, or, where they can send ASCII only, an ext-value (RFC 8187, 3.2) such as {@code
 * UTF-8''r%C3%A9sum%C3%A9}.
 */
final class ExtValue {
  private static final String CHARSET = "UTF-8''";
  private static final Pattern VALUE =
      Pattern.compile("(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-Fa-f]{2})*");

  private ExtValue() {}

  /** The text that a header value means. */
  static String decode(String raw) {
    boolean extended = raw.regionMatches(true, 0, CHARSET, 0, CHARSET.length());
    String value = extended ? raw.substring(CHARSET.length()) : raw;
    if (extended && VALUE.matcher(value).matches()) {
      return utf8(octets(value), raw);
    }
    return utf8(raw.getBytes(StandardCharsets.ISO_8859_1), raw);
  }

  private static byte[] octets(String value) {
    var octets = new ByteArrayOutputStream();
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '%') {
        octets.write(Integer.parseInt(value, i + 1, i + 3, 16));
        i += 2;
      } else {
        octets.write(value.charAt(i));
      }
    }
    return octets.toByteArray();
  }

  private static String utf8(byte[] bytes, String otherwise) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return otherwise;
    }
  }
}
