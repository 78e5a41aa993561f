package io.weir.dataplane.tls;

import io.netty.handler.ssl.OpenSslServerSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * The keys with which sessions made with one certificate are handed to clients so that they can be
 * resumed: made by this process and never written down; a new one every hour, the one before still
 * accepted. With those of another certificate they would lead to the wrong one (RFC 6066, 3). The
 * JDK does the same by itself. Thread-safe.
 */
final class SessionTickets {
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);
  private static final int KEPT = 2;

  private final SslContext context;
  private final SecureRandom random = new SecureRandom();
  private final Deque<OpenSslSessionTicketKey> keys = new ArrayDeque<>(KEPT);
  private long madeAt;

  /** Makes the first key. */
  SessionTickets(SslContext context, long now) {
    this.context = context;
    rotate(now);
  }

  SslContext context() {
    return context;
  }

  /** Makes a new key if it is time. */
  synchronized void rotate(long now) {
    if (!keys.isEmpty() && now - madeAt < HOUR) {
      return;
    }
    madeAt = now;
    keys.addFirst(
        new OpenSslSessionTicketKey(
            bytes(OpenSslSessionTicketKey.NAME_SIZE),
            bytes(OpenSslSessionTicketKey.HMAC_KEY_SIZE),
            bytes(OpenSslSessionTicketKey.AES_KEY_SIZE)));
    if (keys.size() > KEPT) {
      keys.removeLast();
    }
    if (context.sessionContext() instanceof OpenSslServerSessionContext sessions) {
      sessions.setTicketKeys(keys.toArray(OpenSslSessionTicketKey[]::new));
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
