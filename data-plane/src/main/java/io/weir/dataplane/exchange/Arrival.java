package io.weir.dataplane.exchange;

import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.rewrite.NodeRequestHeaders;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.trace.RequestTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived, and what is made of that: the one to a node, the marks of an answer, the
 * record of it all.
 *
 * @param head the client stream's
 * @param table what it is served with, whatever changes meanwhile
 * @param trace null if it is not traced
 * @param at a {@link System#nanoTime()}
 */
record Arrival(
    ClientStream client,
    RequestHead head,
    RouteTable table,
    String requestId,
    @Nullable RequestTrace trace,
    long at) {

  /**
   * What to send to a node.
   *
   * @param headers to fill
   * @param ask whether the node is asked if it wants the body
   */
  NodeRequest to(LiveNode node, Routed routed, Headers headers, boolean ask) {
    RequestTarget target = routed.target();
    Destination destination = routed.destination();
    if (target == null || destination == null) {
      throw new IllegalStateException("a request without a destination");
    }
    NodeRequestHeaders.fill(headers, head, client.peer(), target.host(), requestId, trace);
    if (ask) {
      headers.add(HeaderName.EXPECT, "100-continue");
    }
    return new NodeRequest(
        destination.method(),
        destination.uri(),
        node.hostHeader(),
        node.tls() ? "https" : "http",
        headers,
        head.hasBody(),
        head.headers().has(HeaderName.TE) && head.headers().hasToken(HeaderName.TE, "trailers"),
        head.upgrade());
  }

  /** Whether nodes are asked by HEAD for what the client wants whole: their length is no body's. */
  boolean asksForHeadInstead(@Nullable Routed routed) {
    Destination destination = routed == null ? null : routed.destination();
    return destination != null
        && destination.method().equals("HEAD")
        && !head.method().equals("HEAD");
  }

  /** Says in an answer what the request is called; to those who may know, how it was served. */
  void sign(Headers out, @Nullable Tries tries) {
    out.add(HeaderName.WEIR_REQUEST_ID, requestId);
    if (client.peer().trusted() && head.headers().has(HeaderName.WEIR_DEBUG)) {
      out.add(HeaderName.WEIR_POSITION, table.position());
      if (tries != null) {
        out.add(HeaderName.WEIR_ATTEMPTS, tries.all().size());
        if (tries.current() instanceof Attempt last) {
          out.add(HeaderName.WEIR_NODE, last.node().authority());
        }
      }
    }
  }

  /**
   * What became of it, as of now.
   *
   * @param answering whether the head of a node's response had been sent
   */
  Finished finished(
      @Nullable Routed routed,
      int status,
      @Nullable Failure failure,
      boolean answering,
      @Nullable Tries tries,
      Relay relay) {
    return new Finished(
        head,
        client.peer(),
        routed == null ? null : routed.target(),
        requestId,
        table.position(),
        routed == null ? null : routed.destination(),
        status,
        failure,
        Flag.of(failure, status, answering, relay.isBeyondReplay(), tries),
        tries == null ? 0 : tries.nodes().failOpenPicks(),
        tries == null ? 0 : tries.retries(),
        tries == null ? List.of() : tries.all(),
        trace,
        relay.bytesReceived(),
        relay.bytesSent(),
        at,
        (System.nanoTime() - at) / 1_000);
  }
}
