package io.weir.benchmarks.gateway;

/** How the clients of a case speak. */
enum Clients {
  HTTP(""),
  HTTPS(", HTTPS"),
  /** In clear text, with prior knowledge. */
  HTTP_2(", HTTP/2"),
  HTTPS_2(", HTTP/2 over TLS"),
  /** HTTP/2 on both sides, what is sent has a gRPC type and answers end with a trailer. */
  GRPC(", gRPC");

  /** How many requests are under way on a connection of HTTP/2 at a time. */
  static final int STREAMS = 16;

  private final String description;

  Clients(String description) {
    this.description = description;
  }

  boolean tls() {
    return this == HTTPS || this == HTTPS_2;
  }

  boolean http2() {
    return this != HTTP && this != HTTPS;
  }

  String description() {
    return description;
  }
}
