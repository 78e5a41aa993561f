package io.weir.dataplane.http2;

import io.weir.dataplane.http.LazyTimer;
import java.util.concurrent.TimeUnit;

/**
 * Keeps nothing for a peer that does not move. While anything is under way on a connection, it
 * looks at it from time to time: a socket that takes nothing ends the connection, whatever the peer
 * sends; a peer from which nothing comes is asked for a sign of life by PING (RFC 9113, 6.7) and
 * ends the connection if it gives none; and each stream is looked at on its own. What it finds it
 * finds late by at most half of its patience. One event loop.
 */
final class Watch implements Runnable {
  private static final long SIGN_OF_LIFE = 0x7765697261736b73L;
  private static final long MOST_ANSWER_MILLIS = 15_000;

  private final Http2Endpoint endpoint;
  private final SocketProgress socket;
  private final LazyTimer timer;
  private final long silence;
  private final long standstill;
  private final long answer;
  private final long period;
  private boolean looking;
  private boolean asked;
  private long heardAt;
  private long askedAt;
  private long movedAt;
  private long taken;
  private long reads;

  /**
   * @param silenceMillis how long nothing may come before a sign of life is asked for
   * @param standstillMillis how long the socket may take nothing of what waits for it
   */
  Watch(Http2Endpoint endpoint, SocketProgress socket, long silenceMillis, long standstillMillis) {
    this.endpoint = endpoint;
    this.socket = socket;
    timer = new LazyTimer(endpoint.context().executor(), this);
    silence = TimeUnit.MILLISECONDS.toNanos(silenceMillis);
    standstill = TimeUnit.MILLISECONDS.toNanos(standstillMillis);
    answer = Math.min(silence, TimeUnit.MILLISECONDS.toNanos(MOST_ANSWER_MILLIS));
    period = Math.min(silence, standstill) / 2;
  }

  /** Something is under way. */
  void begin() {
    if (!looking) {
      looking = true;
      reads = endpoint.reads();
      asked = false;
      heardAt = System.nanoTime();
      movedAt = heardAt;
      taken = socket.taken();
      timer.at(heardAt + period);
    }
  }

  void close() {
    timer.close();
  }

  @Override
  public void run() {
    looking = false;
    long now = System.nanoTime();
    if (isGone(now) || standsStill(now)) {
      endpoint.context().close();
      return;
    }
    endpoint.streams().forEach(message -> message.look(now));
    if (endpoint.isBusy() || socket.waits()) {
      looking = true;
      timer.at(now + period);
    }
  }

  private boolean standsStill(long now) {
    long before = taken;
    taken = socket.taken();
    if (taken != before || !socket.waits()) {
      movedAt = now;
    }
    return now - movedAt >= standstill;
  }

  private boolean isGone(long now) {
    if (endpoint.reads() != reads) {
      reads = endpoint.reads();
      asked = false;
      heardAt = now;
    } else if (asked) {
      return now - askedAt >= answer;
    } else if (now - heardAt >= silence) {
      asked = true;
      askedAt = now;
      endpoint.ping(SIGN_OF_LIFE);
    }
    return false;
  }
}
