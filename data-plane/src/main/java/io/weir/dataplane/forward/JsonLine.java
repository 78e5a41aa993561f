package io.weir.dataplane.forward;

import java.util.HexFormat;

/** Writes one JSON object as a line of text, with nothing in between but characters. */
final class JsonLine {
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder out = new StringBuilder(512).append('{');
  private boolean first = true;

  JsonLine text(String name, String value) {
    key(name).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append("\\u").append(HEX.toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
    return this;
  }

  JsonLine number(String name, long value) {
    key(name).append(value);
    return this;
  }

  JsonLine bool(String name, boolean value) {
    key(name).append(value);
    return this;
  }

  JsonLine beginArray(String name) {
    key(name).append('[');
    first = true;
    return this;
  }

  JsonLine endArray() {
    out.append(']');
    first = false;
    return this;
  }

  JsonLine beginObject() {
    comma();
    out.append('{');
    first = true;
    return this;
  }

  JsonLine endObject() {
    out.append('}');
    first = false;
    return this;
  }

  /** The whole line, with its line break. */
  String end() {
    return out.append("}\n").toString();
  }

  private StringBuilder key(String name) {
    comma();
    return out.append('"').append(name).append("\":");
  }

  private void comma() {
    if (!first) {
      out.append(',');
    }
    first = false;
  }
}
