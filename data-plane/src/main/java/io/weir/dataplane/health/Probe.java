package io.weir.dataplane.health;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.ScheduledFuture;
import io.weir.contracts.value.HealthChecker;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeOutcome;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.nodes.NodeConnector;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One question to one node, on a connection of its own: whether it still takes connections is half
 * of what is asked. Goes the way of requests, and tells the node's health how it ended. One event
 * loop.
 */
final class Probe implements NodeListener {
  private static final String USER_AGENT = "weir-health-check";

  private final NodeConnector connector;
  private final LiveNode node;
  private final HealthChecker checker;
  private final Runnable whenOver;
  private final int millis;
  private final long startedAt = System.nanoTime();
  private @Nullable NodeStream stream;
  private @Nullable ScheduledFuture<?> timer;
  private boolean over;
  private boolean silent;

  Probe(NodeConnector connector, LiveNode node, HealthChecker checker, Runnable whenOver) {
    this.connector = connector;
    this.node = node;
    this.checker = checker;
    this.whenOver = whenOver;
    millis = (int) TimeUnit.SECONDS.toMillis(checker.activeCheckTimeout());
  }

  void start() {
    timer = connector.schedule(() -> end(NodeOutcome.Ended.TIMED_OUT, null), millis);
    connector.single(node, millis).open(this, true);
  }

  @Override
  public void opened(NodeStream opened) {
    if (over) {
      opened.cancel();
      return;
    }
    stream = opened;
    Headers headers = new Headers();
    headers.add(HeaderName.USER_AGENT, USER_AGENT);
    headers.add("accept", "*/*");
    opened.sendHead(
        new NodeRequest(
            "GET",
            checker.activeCheckHttpPath(),
            node.hostHeader(),
            node.tls() ? "https" : "http",
            headers,
            false,
            false,
            null),
        true);
    opened.flush();
  }

  @Override
  public void interim(ResponseHead head) {}

  @Override
  public void answered(ResponseHead head) {
    end(NodeOutcome.answered(head.status()), null);
  }

  @Override
  public void data(ByteBuf data) {
    data.release();
  }

  @Override
  public void ended(@Nullable Headers trailers) {}

  @Override
  public void readComplete() {}

  @Override
  public void writable() {}

  @Override
  public void failed(NodeFailure kind, String why) {
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
    silent = waited >= Math.min(millis, connector.timeoutMillis());
    end(
        switch (kind) {
          case NOT_CONNECTED -> NodeOutcome.Ended.CONNECT_FAILED;
          case NO_RESOURCES -> NodeOutcome.Ended.OUT_OF_RESOURCES;
          case OVERLOADED -> NodeOutcome.Ended.NO_ROOM;
          case UNPROCESSED -> NodeOutcome.Ended.GOING_AWAY;
          case STREAM_REFUSED -> NodeOutcome.Ended.STREAM_REFUSED;
          case HEAD_TOO_LARGE -> NodeOutcome.Ended.REQUEST_TOO_LARGE;
          case CONNECTION_LOST -> NodeOutcome.Ended.BROKEN;
          case STREAM_RESET -> NodeOutcome.Ended.STREAM_RESET;
          case MALFORMED -> NodeOutcome.Ended.MALFORMED;
        },
        why);
  }

  /** Whether the node let all the time pass that it had: it keeps others from being asked. */
  boolean wasSilent() {
    return silent;
  }

  /** Nobody wants to know any more. */
  void abandon() {
    end(NodeOutcome.Ended.ABANDONED, null);
  }

  private void end(NodeOutcome outcome, @Nullable String words) {
    if (over) {
      return;
    }
    over = true;
    silent |= outcome == NodeOutcome.Ended.TIMED_OUT;
    node.health().probed(outcome, words);
    ScheduledFuture<?> set = timer;
    if (set != null) {
      set.cancel(false);
    }
    NodeStream used = stream;
    if (used != null) {
      used.cancel();
    }
    whenOver.run();
  }
}
