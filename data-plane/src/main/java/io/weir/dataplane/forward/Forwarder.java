package io.weir.dataplane.forward;

import io.netty.channel.EventLoop;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHandler;
import io.weir.dataplane.route.Routes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Forwards the requests of one event loop. */
final class Forwarder implements RequestHandler {
  private final EventLoop loop;
  private final int loopIndex;
  private final ForwardOptions options;
  private final Routes routes;
  private final NodeClient client;
  private final Observer observer;
  private final AtomicBoolean draining;
  private final RequestIds ids = new RequestIds();
  private final Headers scratch = new Headers(4096);

  Forwarder(
      EventLoop loop,
      int loopIndex,
      ForwardOptions options,
      Routes routes,
      NodeClient client,
      Observer observer,
      AtomicBoolean draining) {
    this.loop = loop;
    this.loopIndex = loopIndex;
    this.options = options;
    this.routes = routes;
    this.client = client;
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
    Exchange exchange = new Exchange(this, stream, routes.current(), ids.idFor(given));
    observer.began(exchange);
    return exchange;
  }

  void finished(Exchange exchange) {
    observer.ended(exchange);
  }

  void later(long millis, Runnable task) {
    loop.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  /** Which of the event loops this is, from 0. */
  int loopIndex() {
    return loopIndex;
  }

  /** Headers to fill and send at once. */
  Headers scratch() {
    return scratch;
  }

  ForwardOptions options() {
    return options;
  }

  NodeClient client() {
    return client;
  }

  LoopTraffic traffic() {
    return observer.traffic();
  }

  @Override
  public boolean draining() {
    return draining.get();
  }
}
