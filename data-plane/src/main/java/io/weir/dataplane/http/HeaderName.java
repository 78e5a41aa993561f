package io.weir.dataplane.http;

import java.nio.charset.StandardCharsets;

/** The header names that mean something to a gateway; every other one is {@link #OTHER}. */
public enum HeaderName {
  OTHER(""),
  HOST("host"),
  CONTENT_LENGTH("content-length"),
  TRANSFER_ENCODING("transfer-encoding"),
  CONNECTION("connection"),
  KEEP_ALIVE("keep-alive"),
  TE("te"),
  TRAILER("trailer"),
  UPGRADE("upgrade"),
  EXPECT("expect"),
  HTTP2_SETTINGS("http2-settings"),
  /** Any name that begins with {@code proxy-}. */
  PROXY("proxy-"),
  VIA("via"),
  CONTENT_TYPE("content-type"),
  FORWARDED("forwarded"),
  X_FORWARDED_FOR("x-forwarded-for"),
  X_FORWARDED_PROTO("x-forwarded-proto"),
  X_FORWARDED_HOST("x-forwarded-host"),
  X_FORWARDED_PORT("x-forwarded-port"),
  X_REQUEST_ID("x-request-id"),
  USER_AGENT("user-agent"),
  TRACEPARENT("traceparent"),
  TRACESTATE("tracestate"),
  WEIR_DEBUG("weir-debug"),
  WEIR_REQUEST_ID("weir-request-id"),
  WEIR_POSITION("weir-position"),
  WEIR_NODE("weir-node"),
  WEIR_ATTEMPTS("weir-attempts");

  private static final HeaderName[] ALL = values();
  private static final HeaderName[][] BY_LENGTH = byLength();

  private final String text;
  private final byte[] bytes;

  HeaderName(String text) {
    this.text = text;
    bytes = text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static HeaderName[][] byLength() {
    HeaderName[][] table = new HeaderName[24][];
    for (int length = 0; length < table.length; length++) {
      int wanted = length;
      table[length] =
          java.util.Arrays.stream(ALL)
              .filter(name -> name != OTHER && name != PROXY && name.text.length() == wanted)
              .toArray(HeaderName[]::new);
    }
    return table;
  }

  /** The name in lower case. */
  public String text() {
    return text;
  }

  byte[] bytes() {
    return bytes;
  }

  static HeaderName at(int ordinal) {
    return ALL[ordinal];
  }

  /** The name that these token characters spell, in whatever case. */
  static HeaderName of(byte[] in, int from, int to) {
    int length = to - from;
    if (length < BY_LENGTH.length) {
      for (HeaderName candidate : BY_LENGTH[length]) {
        if (spells(in, from, candidate.bytes)) {
          return candidate;
        }
      }
    }
    return length > PROXY.bytes.length && spells(in, from, PROXY.bytes) ? PROXY : OTHER;
  }

  /** Only for token characters: setting bit 5 maps no other of them to a lower-case letter. */
  private static boolean spells(byte[] in, int from, byte[] lower) {
    for (int i = lower.length - 1; i >= 0; i--) {
      if ((in[from + i] | 0x20) != lower[i]) {
        return false;
      }
    }
    return true;
  }
}
