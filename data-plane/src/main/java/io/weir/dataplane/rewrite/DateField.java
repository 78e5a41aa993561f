package io.weir.dataplane.rewrite;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The Date of responses (RFC 9110, 6.6.1), written anew once a second. One event loop. */
public final class DateField {
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private long second = Long.MIN_VALUE;
  private String text = "";

  /** Adds the time of now. */
  public void addTo(Headers headers) {
    long now = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
    if (now != second) {
      second = now;
      text = IMF_FIXDATE.format(Instant.ofEpochSecond(now));
    }
    headers.add(HeaderName.DATE, text);
  }
}
