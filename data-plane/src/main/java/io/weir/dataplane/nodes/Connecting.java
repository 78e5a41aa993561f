package io.weir.dataplane.nodes;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.IpText;
import io.weir.dataplane.http.NoReadAfterClose;
import io.weir.dataplane.http.NodeFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is being made: all addresses of the name, one after the other as RFC 8305, 5
 * has it, then TLS, all of it within one time. One event loop.
 */
final class Connecting {
  /** After this long the next address is tried beside the one before; RFC 8305, 5. */
  private static final long STAGGER_MILLIS = 250;

  private final NodeConnector connector;
  private final LiveNode node;
  private final Spread spread;
  private final NodeConnector.Waiting waiting;
  private final int millis;
  private final long deadline;
  private final Map<ChannelFuture, InetAddress> dialling = new HashMap<>(2);
  private ArrayDeque<InetAddress> left = new ArrayDeque<>(0);
  private @Nullable SslContext tls;
  private @Nullable Channel encrypting;
  private @Nullable ScheduledFuture<?> stagger;
  private @Nullable ScheduledFuture<?> timeout;
  private String stage = "no address of its name";
  private @Nullable String why;
  private boolean blamed;
  private boolean over;

  Connecting(
      NodeConnector connector,
      LiveNode node,
      Spread spread,
      int millis,
      NodeConnector.Waiting waiting) {
    this.connector = connector;
    this.node = node;
    this.spread = spread;
    this.millis = millis;
    this.waiting = waiting;
    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  void start() {
    byte[] literal = NetUtil.createByteArrayFromIpAddressString(node.address());
    if (literal != null) {
      try {
        resolved(Addresses.of(List.of(InetAddress.getByAddress(literal))));
      } catch (UnknownHostException e) {
        fail(NodeFailure.NOT_CONNECTED, e.toString());
      }
    } else {
      connector.names().resolve(node.address(), connector.loop(), this::resolved);
    }
    if (!over) {
      timeout = connector.schedule(this::timedOut, millis);
    }
  }

  private void resolved(Addresses addresses) {
    if (over) {
      return;
    }
    String problem = addresses.problem();
    if (problem != null) {
      if (addresses.lack()) {
        lack(problem);
      } else {
        fail(NodeFailure.NOT_CONNECTED, problem);
      }
      return;
    }
    List<InetAddress> allowed =
        addresses.all().stream().filter(connector.allowed()::allows).toList();
    if (allowed.isEmpty()) {
      fail(
          NodeFailure.NOT_CONNECTED,
          IpText.of(addresses.all().getFirst()) + " is an address that nodes must not have");
      return;
    }
    left = spread.order(allowed, System.nanoTime());
    if (!node.tls()) {
      dial();
      return;
    }
    stage = "no certificates";
    Future<SslContext> context = connector.trust().context(node, connector.loop());
    context.addListener(
        (Future<SslContext> found) -> {
          if (found.isSuccess()) {
            tls = found.getNow();
            dial();
          } else {
            fail(NodeFailure.NOT_CONNECTED, String.valueOf(found.cause().getMessage()));
          }
        });
  }

  /** Tries the next address, if one is left, else sees what there is to wait for. */
  private void dial() {
    if (over || encrypting != null) {
      return;
    }
    unstagger();
    InetAddress next = left.poll();
    if (next == null) {
      if (dialling.isEmpty()) {
        giveUp();
      }
      return;
    }
    stage = "no connection";
    if (!left.isEmpty()) {
      stagger = connector.schedule(this::dial, STAGGER_MILLIS);
    }
    ChannelFuture dialled = connector.dial(new InetSocketAddress(next, node.port()));
    dialling.put(dialled, next);
    dialled.addListener(
        (ChannelFuture made) -> {
          // a channel that could not even be registered has no event loop
          if (connector.loop().inEventLoop()) {
            dialled(made, next);
          } else {
            connector.loop().execute(() -> dialled(made, next));
          }
        });
  }

  private void unstagger() {
    ScheduledFuture<?> set = stagger;
    if (set != null) {
      set.cancel(false);
      stagger = null;
    }
  }

  private void dialled(ChannelFuture made, InetAddress address) {
    boolean wanted = dialling.remove(made) != null && !over;
    if (!made.isSuccess()) {
      if (wanted) {
        failed(address, made.cause());
        dial();
      }
    } else if (wanted && encrypting == null) {
      connected(made.channel(), address);
    } else {
      made.channel().close();
    }
  }

  private void failed(InetAddress address, Throwable cause) {
    String lack = OwnLack.behind(cause);
    if (lack != null) {
      why = lack;
    } else {
      why = String.valueOf(cause.getMessage());
      blamed = true;
      spread.failed(address, System.nanoTime());
    }
  }

  private void connected(Channel channel, InetAddress address) {
    unstagger();
    // the others have their turn if this one fails at TLS
    left.addAll(hangUp());
    SslContext context = tls;
    if (context == null) {
      finish();
      waiting.connected(channel, address, node.httpVersion() == HttpVersion.HTTP_2);
      return;
    }
    stage = "no TLS";
    encrypting = channel;
    SslHandler handler = context.newHandler(channel.alloc(), node.tlsName(), node.port());
    handler.setHandshakeTimeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    NoReadAfterClose.first(channel, handler);
    handler.handshakeFuture().addListener(done -> encrypted(done, handler, channel, address));
  }

  private void encrypted(Future<?> done, SslHandler handler, Channel channel, InetAddress address) {
    encrypting = null;
    if (over) {
      channel.close();
    } else if (done.isSuccess()) {
      finish();
      waiting.connected(
          channel, address, ApplicationProtocolNames.HTTP_2.equals(handler.applicationProtocol()));
    } else {
      channel.close();
      failed(address, done.cause());
      dial();
    }
  }

  private void timedOut() {
    blamed = true;
    Channel hanging = encrypting;
    if (hanging != null) {
      hanging.close();
    }
    long now = System.nanoTime();
    dialling.values().forEach(address -> spread.failed(address, now));
    String so = why == null ? "" : " (" + why + ")";
    fail(NodeFailure.NOT_CONNECTED, stage + " within " + millis + " ms" + so);
  }

  private void giveUp() {
    String last = String.valueOf(why);
    if (blamed) {
      fail(NodeFailure.NOT_CONNECTED, last);
    } else {
      lack(last);
    }
  }

  private void lack(String what) {
    connector.lacks().happened(what);
    fail(NodeFailure.NO_RESOURCES, what);
  }

  private void fail(NodeFailure kind, String what) {
    if (over) {
      return;
    }
    finish();
    waiting.failed(kind, what);
  }

  private void finish() {
    over = true;
    unstagger();
    ScheduledFuture<?> set = timeout;
    if (set != null) {
      set.cancel(false);
    }
    hangUp();
  }

  /** Dials nothing any more; gives what was. Closing is told at once: they are forgotten first. */
  private Collection<InetAddress> hangUp() {
    Map<ChannelFuture, InetAddress> unanswered = new HashMap<>(dialling);
    dialling.clear();
    for (ChannelFuture dialled : unanswered.keySet()) {
      if (!dialled.isDone()) {
        dialled.channel().close();
      }
    }
    return unanswered.values();
  }
}
