package io.weir.dataplane.nodes;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A GET and what becomes of it. */
final class Heard implements NodeListener {
  private final String path;
  private final StringBuilder body = new StringBuilder();
  private final CompletableFuture<String> outcome = new CompletableFuture<>();
  private volatile boolean reused;

  Heard(String path) {
    this.path = path;
  }

  /** The body of the response, or the kind of failure and why. */
  String outcome() {
    return outcome.orTimeout(60, TimeUnit.SECONDS).join();
  }

  boolean isOver() {
    return outcome.isDone();
  }

  boolean reused() {
    return reused;
  }

  @Override
  public void opened(NodeStream stream) {
    reused = stream.reused();
    stream.sendHead(
        new NodeRequest("GET", path, "test", "http", new Headers(), false, false, null), true);
    stream.flush();
  }

  @Override
  public void interim(ResponseHead head) {}

  @Override
  public void answered(ResponseHead head) {}

  @Override
  public void data(ByteBuf data) {
    body.append(data.toString(StandardCharsets.UTF_8));
    data.release();
  }

  @Override
  public void ended(Headers trailers) {
    outcome.complete(body.toString());
  }

  @Override
  public void readComplete() {}

  @Override
  public void writable() {}

  @Override
  public void failed(NodeFailure kind, String why) {
    outcome.complete(kind + ": " + why);
  }
}
