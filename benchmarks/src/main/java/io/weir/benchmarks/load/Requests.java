package io.weir.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests as bytes, used in turn. One thread. */
final class Requests {
  private final byte[][] all;
  private int next;

  private Requests(byte[][] all) {
    this.all = all;
  }

  static Requests of(List<String> paths, String host, int bodyBytes) {
    byte[][] all = new byte[paths.size()][];
    for (int i = 0; i < all.length; i++) {
      String head =
          bodyBytes == 0
              ? "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(paths.get(i), host)
              : "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(paths.get(i), host, bodyBytes, "x".repeat(bodyBytes));
      all[i] = head.getBytes(StandardCharsets.US_ASCII);
    }
    return new Requests(all);
  }

  byte[] next() {
    byte[] request = all[next];
    next = next + 1 == all.length ? 0 : next + 1;
    return request;
  }
}
