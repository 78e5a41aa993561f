package io.weir.dataplane.exchange;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.http.RequestHandler;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.rewrite.DateField;
import io.weir.dataplane.route.Routes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Forwards the requests of one event loop. */
public final class Forwarder implements RequestHandler {
  private final EventLoop loop;
  private final int loopIndex;
  private final ForwardOptions options;
  private final Routes routes;
  private final Function<LiveNode, NodeConnections> nodes;
  private final Observer observer;
  private final AtomicBoolean draining;
  private final RequestIds ids = new RequestIds();
  private final Headers scratch = new Headers(4096);
  private final DateField date = new DateField();

  public Forwarder(
      EventLoop loop,
      int loopIndex,
      ForwardOptions options,
      Routes routes,
      Function<LiveNode, NodeConnections> nodes,
      Observer observer,
      AtomicBoolean draining) {
    this.loop = loop;
    this.loopIndex = loopIndex;
    this.options = options;
    this.routes = routes;
    this.nodes = nodes;
    this.observer = observer;
    this.draining = draining;
  }

  @Override
  public void handle(ClientStream stream) {
    Exchange exchange = begin(stream);
    try {
      exchange.start();
    } catch (RuntimeException bug) {
      exchange.broke(bug);
    }
  }

  @Override
  public void refuse(ClientStream stream, MalformedException why) {
    begin(stream).refuse(why);
  }

  private Exchange begin(ClientStream stream) {
    Headers headers = stream.head().headers();
    String given =
        headers.has(HeaderName.X_REQUEST_ID) ? headers.get(HeaderName.X_REQUEST_ID) : null;
    return new Exchange(this, stream, routes.current(), ids.idFor(given));
  }

  /** Does something on the event loop after so many milliseconds. */
  ScheduledFuture<?> later(long millis, Runnable task) {
    return loop.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  /** Which of the event loops this is, from 0. */
  int loopIndex() {
    return loopIndex;
  }

  /** Headers to fill and send at once. */
  Headers scratch() {
    return scratch;
  }

  /** The Date of what is answered now. */
  DateField date() {
    return date;
  }

  ForwardOptions options() {
    return options;
  }

  /** The connections to a node. */
  NodeConnections connections(LiveNode node) {
    return nodes.apply(node);
  }

  /** Who is told of requests. */
  Observer observer() {
    return observer;
  }

  @Override
  public boolean draining() {
    return draining.get();
  }
}
