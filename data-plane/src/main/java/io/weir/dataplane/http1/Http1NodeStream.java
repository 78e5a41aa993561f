package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.NodeStream;
import org.jspecify.annotations.Nullable;

/** One request on an HTTP/1.1 connection to a node, and its response. One event loop. */
final class Http1NodeStream implements NodeStream {
  private static final byte[] VERSION_AND_HOST = Wire.ascii(" HTTP/1.1\r\nhost: ");
  private static final byte[] CHUNKED = Wire.ascii("transfer-encoding: chunked\r\n");
  private static final byte[] TRAILERS = Wire.ascii("te: trailers\r\nconnection: te\r\n");
  private static final byte[] UPGRADE = Wire.ascii("connection: upgrade\r\nupgrade: ");

  private final Http1NodeConnection connection;
  private final NodeListener listener;
  private final boolean reused;
  private boolean sent;
  private boolean complete;
  private boolean chunked;
  private boolean bodiless;
  private boolean upgrading;
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
    if (request.hasBody() && !headers.has(HeaderName.CONTENT_LENGTH)) {
      chunked = true;
      out.writeBytes(CHUNKED);
    }
    String upgrade = request.upgrade();
    if (upgrade != null) {
      upgrading = true;
      out.writeBytes(UPGRADE);
      Wire.text(out, upgrade);
      Wire.line(out);
    } else if (request.trailers()) {
      out.writeBytes(TRAILERS);
    }
    Wire.line(out);
    complete = end;
  }

  @Override
  public void sendData(ByteBuf data, boolean end) {
    if (over) {
      data.release();
      return;
    }
    if (chunked) {
      connection.wire().chunk(data);
      if (end) {
        connection.wire().lastChunk();
      }
    } else {
      connection.wire().data(data);
    }
    complete |= end;
  }

  @Override
  public void sendTrailers(Headers trailers) {
    if (over) {
      return;
    }
    if (chunked) {
      ByteBuf out = connection.wire().buffer(trailers.length() + 8);
      out.writeByte('0');
      Wire.line(out);
      trailers.writeTo(out);
      Wire.line(out);
    }
    complete = true;
  }

  @Override
  public void flush() {
    if (!over) {
      connection.wire().flush();
    }
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

  void broken(String why) {
    over = true;
    listener.broken(why, false);
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

  boolean upgrading() {
    return upgrading;
  }
}
