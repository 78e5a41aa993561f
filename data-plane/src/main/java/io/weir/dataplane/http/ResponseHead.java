package io.weir.dataplane.http;

import org.jspecify.annotations.Nullable;

/**
 * The head of a final or interim response.
 *
 * @param reason the phrase of the status line, or null for the usual one
 * @param headers valid until the response ends
 * @param contentLength of the body; 0 if there is none, {@link RequestHead#UNKNOWN} if its end will
 *     tell
 */
public record ResponseHead(
    Version version, int status, @Nullable String reason, Headers headers, long contentLength) {

  /** Whether a body, maybe empty, or trailers follow. */
  public boolean hasBody() {
    return contentLength != 0;
  }
}
