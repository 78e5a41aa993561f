package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http1.Wire.Body;
import org.jspecify.annotations.Nullable;

/** One request on an HTTP/1.1 connection to a node, and its response. One event loop. */
final class Http1NodeStream implements NodeStream {
  private static final byte[] VERSION_AND_HOST = Wire.ascii(" HTTP/1.1\r\nhost: ");
  private static final byte[] NO_CONTENT = Wire.ascii("content-length: 0\r\n");
  private static final byte[] CHUNKED = Wire.ascii("transfer-encoding: chunked\r\n");
  private static final byte[] TRAILERS = Wire.ascii("te: trailers\r\nconnection: te\r\n");
  private static final byte[] UPGRADE = Wire.ascii("connection: upgrade\r\nupgrade: ");

  private final Http1NodeConnection connection;
  private final NodeListener listener;
  private final boolean reused;
  private boolean sent;
  private boolean complete;
  private boolean bodiless;
  private @Nullable String offer;
  private boolean over;

  Http1NodeStream(Http1NodeConnection connection, NodeListener listener, boolean reused) {
    this.connection = connection;
    this.listener = listener;
    this.reused = reused;
  }

  @Override
  public boolean reused() {
    return reused;
  }

  @Override
  public void sendHead(NodeRequest request, boolean end) {
    if (over) {
      return;
    }
    sent = true;
    bodiless = request.method().equals("HEAD");
    Headers headers = request.headers();
    ByteBuf out = connection.wire().buffer(headers.length() + request.path().length() + 512);
    Wire.text(out, request.method());
    out.writeByte(' ');
    Wire.text(out, request.path());
    out.writeBytes(VERSION_AND_HOST);
    Wire.text(out, request.authority());
    Wire.line(out);
    headers.writeTo(out);
    frame(request, out);
    String upgrade = request.upgrade();
    if (upgrade != null) {
      offer = upgrade;
      out.writeBytes(UPGRADE);
      Wire.text(out, upgrade);
      Wire.line(out);
      connection.wire().body(Body.UNTIL_CLOSE, 0);
    } else if (request.trailers()) {
      out.writeBytes(TRAILERS);
    }
    Wire.line(out);
    complete = end;
  }

  /** Decides how the node knows where the body ends, and says it (RFC 9112, 6.3). */
  private void frame(NodeRequest request, ByteBuf out) {
    int length = request.headers().find(HeaderName.CONTENT_LENGTH);
    if (!request.hasBody()) {
      connection.wire().body(Body.NONE, 0);
      if (length < 0 && anticipatesBody(request.method())) {
        out.writeBytes(NO_CONTENT);
      }
    } else if (length >= 0) {
      connection.wire().body(Body.FIXED, request.headers().decimal(length));
    } else {
      connection.wire().body(Body.CHUNKED, 0);
      out.writeBytes(CHUNKED);
    }
  }

  /** Whether that there is no body has to be said (RFC 9110, 8.6); else servers answer 411. */
  private static boolean anticipatesBody(String method) {
    return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
  }

  @Override
  public void sendData(ByteBuf data, boolean end) {
    if (over) {
      data.release();
    } else {
      complete |= end;
      check(connection.wire().send(data, end));
    }
  }

  @Override
  public void sendTrailers(Headers trailers) {
    if (!over) {
      complete = true;
      check(connection.wire().end(trailers));
    }
  }

  private void check(boolean asSaid) {
    if (!asSaid) {
      connection.impossible("a request whose body has not the length its head says");
    }
  }

  @Override
  public void flush() {
    if (!over) {
      connection.wire().flush();
    }
  }

  @Override
  public long taken() {
    return connection.wire().taken();
  }

  @Override
  public boolean writable() {
    return connection.writable();
  }

  @Override
  public void resume() {
    if (!over) {
      connection.resume();
    }
  }

  @Override
  public void pause() {
    if (!over) {
      connection.pause();
    }
  }

  @Override
  public void cancel() {
    if (over) {
      return;
    }
    over = true;
    if (sent) {
      connection.abandon();
    } else {
      connection.unused();
    }
  }

  void end(@Nullable Headers trailers) {
    over = true;
    listener.ended(trailers);
  }

  void failed(NodeFailure kind, String why) {
    over = true;
    listener.failed(kind, why);
  }

  NodeListener listener() {
    return listener;
  }

  boolean sent() {
    return sent;
  }

  boolean complete() {
    return complete;
  }

  boolean bodiless() {
    return bodiless;
  }

  /** What the request has offered to switch to, or null. */
  @Nullable String offer() {
    return offer;
  }
}
