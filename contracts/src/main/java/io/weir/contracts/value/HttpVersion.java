package io.weir.contracts.value;

/** The version of HTTP that an upstream's nodes are spoken to in; gRPC needs {@link #HTTP_2}. */
public enum HttpVersion {
  HTTP_1_1,
  /** In clear text with prior knowledge, over TLS as ALPN {@code h2}. */
  HTTP_2
}
