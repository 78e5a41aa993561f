package io.weir.dataplane.http1;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What a node says about how long its connection serves on. One event loop. */
final class KeepAlive {
  /** How much earlier than the node says its connection is given up: a request is on its way. */
  private static final long MARGIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final String TIMEOUT = "timeout=";

  private boolean persistent;
  private long idleLimitNanos = Long.MAX_VALUE;

  /** Takes in what the head of the last response says. */
  void said(ResponseHead head) {
    Headers headers = head.headers();
    persistent =
        head.version() == Version.HTTP_1_1
            ? !headers.has(HeaderName.CONNECTION)
                || !headers.hasToken(HeaderName.CONNECTION, "close")
            : headers.hasToken(HeaderName.CONNECTION, "keep-alive")
                && !headers.has(HeaderName.TRANSFER_ENCODING);
    String said = headers.get(HeaderName.KEEP_ALIVE);
    if (said != null) {
      idleLimitNanos = limit(said);
    }
  }

  /** Whether the connection goes on after that response (RFC 9112, 9.3). */
  boolean isPersistent() {
    return persistent;
  }

  /**
   * For how many nanoseconds it may be idle and still be used: a second less than the node says it
   * keeps it (RFC 2068, 19.7.1.1), or half of that if it is more; {@link Long#MAX_VALUE} if the
   * node has not said.
   */
  long idleLimitNanos() {
    return idleLimitNanos;
  }

  private static long limit(String parameters) {
    for (String parameter : parameters.split(",", -1)) {
      String text = parameter.strip().toLowerCase(Locale.ROOT);
      if (text.startsWith(TIMEOUT)) {
        return nanos(text.substring(TIMEOUT.length()));
      }
    }
    return Long.MAX_VALUE;
  }

  private static long nanos(String seconds) {
    if (seconds.isEmpty()
        || seconds.length() > 9
        || !seconds.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Long.MAX_VALUE;
    }
    long kept = TimeUnit.SECONDS.toNanos(Integer.parseInt(seconds));
    return Math.max(kept - MARGIN_NANOS, kept / 2);
  }
}
