package io.weir.dataplane.balance;

/**
 * What became of one attempt of a request at one node, or of a probe of it. Told once, when the
 * attempt is over: what it says about the node is {@link Verdict}'s to decide.
 */
public sealed interface NodeOutcome {
  /** A response with this status, whole or until its client had enough of it; never allocates. */
  static NodeOutcome answered(int status) {
    return Answered.ANSWERED[status];
  }

  /**
   * A response with this status that was not passed on, since the request is to be tried at another
   * node; never allocates.
   */
  static NodeOutcome turnedAway(int status) {
    return Answered.TURNED_AWAY[status];
  }

  /**
   * The node answered.
   *
   * @param status 100 to 999
   * @param turnedAway whether the request is tried at another node for it
   */
  record Answered(int status, boolean turnedAway) implements NodeOutcome {
    private static final Answered[] ANSWERED = all(false);
    private static final Answered[] TURNED_AWAY = all(true);

    private static Answered[] all(boolean turnedAway) {
      Answered[] all = new Answered[1_000];
      for (int status = 0; status < all.length; status++) {
        all[status] = new Answered(status, turnedAway);
      }
      return all;
    }
  }

  /** It ended in another way than with a response that did what it should. */
  enum Ended implements NodeOutcome {
    /** No connection to the node, or no TLS, or not the version of HTTP that it is spoken to in. */
    CONNECT_FAILED,
    /** A new connection, or an HTTP/2 one that lives on, broke before a response. */
    BROKEN,
    /** The node reset the stream before a response; RFC 9113, 5.4.2. */
    STREAM_RESET,
    /** The node refused the stream unseen, though its own limit allowed it; RFC 9113, 8.7. */
    STREAM_REFUSED,
    /** What the node sent is no message of HTTP, or not one that may be passed on. */
    MALFORMED,
    /** The response broke off. */
    RESPONSE_BROKEN,
    /** No response in the time that an attempt has, or the node took nothing of the request. */
    TIMED_OUT,
    /** The response stopped coming though it was being taken. */
    RESPONSE_STALLED,
    /** A connection that had served before was closed instead of answering; RFC 9112, 9.3.1. */
    STALE,
    /** The node is about to close the connection and has not seen the request; RFC 9113, 6.8. */
    GOING_AWAY,
    /** The request's own time was up before the attempt had the time of one. */
    CUT_SHORT,
    /** The node takes no request head as large as this one. */
    REQUEST_TOO_LARGE,
    /** A limit of the upstream left no room for the request or for a connection. */
    NO_ROOM,
    /** This process, or its machine, has no more files, ports or memory. */
    OUT_OF_RESOURCES,
    /** The client left, or broke its request off, before a response. */
    CLIENT_LEFT,
    /** The client neither sent nor took anything for too long. */
    CLIENT_STALLED,
    /** Nothing moved in a tunnel or a stream for as long as that may last. */
    IDLE,
    /** Another attempt answered, so nobody waited for this one. */
    SUPERSEDED,
    /** The gateway stops or has a defect. */
    ABANDONED
  }
}
