package io.weir.dataplane.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The header names that mean something to a gateway; every other one is {@link #OTHER}. Some
 * constants stand for many names: {@link #isOneName} tells.
 */
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
  /** {@code proxy}, which CGI makes the variable HTTP_PROXY of, and what begins with it and -. */
  PROXY("proxy-"),
  VIA("via"),
  DATE("date"),
  ALLOW("allow"),
  MAX_FORWARDS("max-forwards"),
  CONTENT_TYPE("content-type"),
  GRPC_STATUS("grpc-status"),
  GRPC_MESSAGE("grpc-message"),
  FORWARDED("forwarded"),
  X_FORWARDED_FOR("x-forwarded-for"),
  X_FORWARDED_PROTO("x-forwarded-proto"),
  X_FORWARDED_HOST("x-forwarded-host"),
  X_FORWARDED_PORT("x-forwarded-port"),
  /**
   * What else says for whom a request is made, or what it asked for before it was rewritten: any
   * name that begins with {@code x-forwarded}, and those that are in use beside.
   */
  CLAIM("x-forwarded"),
  /**
   * A name that claims, frames or identifies a request in another spelling than the one that is
   * read here, as {@code X_Forwarded_For} and {@code Content.Length}.
   */
  ALIAS(""),
  X_REQUEST_ID("x-request-id"),
  USER_AGENT("user-agent"),
  COOKIE("cookie"),
  SET_COOKIE("set-cookie"),
  TRACEPARENT("traceparent"),
  TRACESTATE("tracestate"),
  WEIR_DEBUG("weir-debug"),
  WEIR_REQUEST_ID("weir-request-id"),
  WEIR_POSITION("weir-position"),
  WEIR_NODE("weir-node"),
  WEIR_ATTEMPTS("weir-attempts"),
  /** Any other name that begins with {@code weir-}. */
  WEIR("weir-");

  private static final HeaderName[] ALL = values();

  /** Who asked: what proxies and content delivery networks say, and programs believe. */
  static final List<String> CLAIMED =
      List.of(
          "forwarded-for",
          "x-real-ip",
          "x-client-ip",
          "client-ip",
          "true-client-ip",
          "x-cluster-client-ip",
          "x-remote-ip",
          "x-remote-addr",
          "x-proxyuser-ip",
          "cf-connecting-ip",
          "cf-connecting-ipv6",
          "fastly-client-ip",
          "x-azure-clientip",
          "x-appengine-user-ip",
          "x-envoy-external-address",
          "x-envoy-original-path",
          "x-original-forwarded-for",
          "x-original-host",
          "x-original-method",
          "x-original-uri",
          "x-original-url",
          "x-rewrite-url",
          "x-url-scheme",
          "x-scheme",
          "x-host",
          "x-arr-ssl",
          "x-ssl",
          "front-end-https");

  private static final NameSet CLAIMS = NameSet.of(CLAIMED.toArray(String[]::new));

  /** What is read here in one spelling only, beside what begins as a {@link #CLAIM} does. */
  private static final NameSet READ_HERE =
      NameSet.of("content-length", "transfer-encoding", "x-request-id", "max-forwards");

  private static final HeaderName[][] BY_LENGTH = byLength();
  private static final byte[] PROXY_ALONE = "proxy".getBytes(StandardCharsets.ISO_8859_1);

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
          Arrays.stream(ALL)
              .filter(name -> name.isOneName() && name.text.length() == wanted)
              .toArray(HeaderName[]::new);
    }
    return table;
  }

  /** The name in lower case; how such names begin if there are many. */
  public String text() {
    return text;
  }

  /** Whether it is the name of one field only. */
  public boolean isOneName() {
    return switch (this) {
      case OTHER, PROXY, CLAIM, ALIAS, WEIR -> false;
      default -> true;
    };
  }

  /** Whether only this gateway says it: whatever begins with {@code weir-}. */
  public boolean isOurs() {
    return switch (this) {
      case WEIR_DEBUG, WEIR_REQUEST_ID, WEIR_POSITION, WEIR_NODE, WEIR_ATTEMPTS, WEIR -> true;
      default -> false;
    };
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
    return switch (in[from] | 0x20) {
      case 'p' -> isProxy(in, from, to) ? PROXY : OTHER;
      case 'w' -> beginsWith(WEIR, in, from, to) ? WEIR : OTHER;
      case 'c', 'f', 'm', 't', 'x' -> guarded(in, from, to);
      default -> OTHER;
    };
  }

  private static boolean isProxy(byte[] in, int from, int to) {
    return to - from == PROXY_ALONE.length
        ? spells(in, from, PROXY_ALONE)
        : beginsWith(PROXY, in, from, to);
  }

  private static HeaderName guarded(byte[] in, int from, int to) {
    if (CLAIMS.has(in, from, to) || beginsWith(CLAIM, in, from, to)) {
      return hasOnlyHyphens(in, from, to) ? CLAIM : ALIAS;
    }
    return READ_HERE.has(in, from, to) ? ALIAS : OTHER;
  }

  /** However the name is spelled. */
  private static boolean beginsWith(HeaderName prefix, byte[] in, int from, int to) {
    return to - from >= prefix.bytes.length && NameSet.spells(in, from, prefix.bytes);
  }

  private static boolean hasOnlyHyphens(byte[] in, int from, int to) {
    for (int i = from; i < to; i++) {
      if (in[i] != '-' && !NameSet.isAlphanumeric(in[i])) {
        return false;
      }
    }
    return true;
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
