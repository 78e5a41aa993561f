package io.weir.dataplane.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.weir.contracts.value.CertificateName;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the name a client asks for and begins the handshake with its certificate, or refuses it
 * with the alert {@code unrecognized_name} (RFC 6066, 3). One event loop.
 */
final class ServerNameHandler extends AbstractSniHandler<SslContext> {
  /** Far more than any client says, and little enough to hold for many. */
  private static final int LONGEST_HELLO = 32 * 1024;

  /** A record of TLS 1.2 with a fatal alert. */
  private static final byte[] UNRECOGNIZED_NAME = {21, 3, 3, 0, 2, 2, 112};

  private final ClientTls tls;
  private final long deadline;
  private @Nullable CertificateName asked;

  ServerNameHandler(ClientTls tls, int handshakeMillis) {
    super(LONGEST_HELLO, handshakeMillis);
    this.tls = tls;
    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(handshakeMillis);
  }

  @Override
  protected Future<SslContext> lookup(ChannelHandlerContext context, @Nullable String name) {
    asked = tls.ofDomain(name);
    return tls.context(asked, context.executor());
  }

  @Override
  protected void onLookupComplete(
      ChannelHandlerContext context, @Nullable String name, Future<SslContext> found) {
    if (!context.channel().isActive()) {
      return;
    }
    if (!found.isSuccess()) {
      ByteBuf alert = context.alloc().buffer(UNRECOGNIZED_NAME.length);
      alert.writeBytes(UNRECOGNIZED_NAME);
      context.writeAndFlush(alert).addListener(ChannelFutureListener.CLOSE);
      return;
    }
    SslHandler handler = found.getNow().newHandler(context.alloc());
    // 0 would be no limit
    long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    handler.setHandshakeTimeoutMillis(left);
    context.pipeline().replace(this, null, handler);
  }

  /** The certificate of the custom domain the client asked for, or null. */
  @Nullable CertificateName asked() {
    return asked;
  }
}
