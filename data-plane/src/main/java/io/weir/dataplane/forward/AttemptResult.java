package io.weir.dataplane.forward;

import java.util.Locale;

/** How an attempt went, in one word. */
enum AttemptResult {
  /** It is still on its way. */
  PENDING,
  /** The head of a response came. */
  ANSWERED,
  /** No connection could be made. */
  NOT_CONNECTED,
  /** A connection that had served before was closed instead of answering. */
  STALE,
  /** The connection broke before a response. */
  BROKEN,
  /** The connection broke within the response. */
  RESPONSE_BROKEN,
  /** No response in time, or none that went on. */
  TIMED_OUT,
  /** Nobody waits for the response any more. */
  CLIENT_LEFT,
  /** The client neither sent nor took anything for too long. */
  CLIENT_STALLED,
  /** Another attempt answered better, or its answer could not be waited for. */
  SUPERSEDED,
  /** The gateway itself failed. */
  DEFECT;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The word in the access log. */
  String text() {
    return text;
  }
}
