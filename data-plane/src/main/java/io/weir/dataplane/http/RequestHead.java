package io.weir.dataplane.http;

import org.jspecify.annotations.Nullable;

/**
 * The head of a request.
 *
 * @param method a token, as the client wrote it
 * @param target path and query, or a whole URI, as the client wrote it
 * @param authority what Host or {@code :authority} says, or null
 * @param headers valid until the request has been answered, without pseudo-headers
 * @param contentLength of the body; 0 if there is none, {@link #UNKNOWN} if its end will tell
 * @param expectsContinue whether the client waits for 100 (Continue) before it sends the body
 * @param upgrade what the client offers to switch the connection to (RFC 9110, 7.8), or null
 */
public record RequestHead(
    Version version,
    String method,
    String target,
    @Nullable String authority,
    Headers headers,
    long contentLength,
    boolean expectsContinue,
    @Nullable String upgrade) {
  /** The length of a body that is only known when it ends. */
  public static final long UNKNOWN = -1;

  /** Whether a body follows. */
  public boolean hasBody() {
    return contentLength != 0;
  }
}
