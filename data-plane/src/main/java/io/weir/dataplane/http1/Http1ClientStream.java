package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.http.ClientListener;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.LazyTimer;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;

/** One request on an HTTP/1.1 connection, and its response. One event loop. */
final class Http1ClientStream implements ClientStream {
  private static final byte[] CONTINUE = Wire.ascii("HTTP/1.1 100 Continue\r\n\r\n");
  private static final byte[] CLOSE = Wire.ascii("connection: close\r\n");
  private static final byte[] KEEP_ALIVE = Wire.ascii("connection: keep-alive\r\n");
  private static final byte[] UPGRADE = Wire.ascii("connection: upgrade\r\n");
  private static final byte[] CHUNKED = Wire.ascii("transfer-encoding: chunked\r\n");
  private static final byte[] NO_CONTENT = Wire.ascii("content-length: 0\r\n");

  private final Http1ClientConnection connection;
  private final RequestHead head;
  private ClientListener listener = Unheard.INSTANCE;
  private boolean closing;
  private boolean chunked;
  private boolean bodiless;
  private boolean untilClose;
  private boolean tunnel;
  private boolean continued;
  private boolean over;

  Http1ClientStream(Http1ClientConnection connection, RequestHead head) {
    this.connection = connection;
    this.head = head;
    closing =
        head.version() == Version.HTTP_1_0
            ? !head.headers().hasToken(HeaderName.CONNECTION, "keep-alive")
            : head.headers().has(HeaderName.CONNECTION)
                && head.headers().hasToken(HeaderName.CONNECTION, "close");
  }

  @Override
  public RequestHead head() {
    return head;
  }

  @Override
  public ClientPeer peer() {
    return connection.peer();
  }

  @Override
  public void listener(ClientListener told) {
    listener = told;
  }

  ClientListener listener() {
    return listener;
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
  public void sendContinue() {
    if (!over && !continued) {
      continued = true;
      connection.wire().buffer(CONTINUE.length).writeBytes(CONTINUE);
      flush();
    }
  }

  @Override
  public void sendInterim(int status, Headers headers) {
    if (!over && head.version() == Version.HTTP_1_1) {
      ByteBuf out = connection.wire().buffer(headers.length() + 64);
      out.writeBytes(Statuses.line(status, null));
      headers.writeTo(out);
      Wire.line(out);
      flush();
    }
  }

  @Override
  public void sendHead(ResponseHead response, boolean end) {
    if (over) {
      return;
    }
    Headers headers = response.headers();
    ByteBuf out = connection.wire().buffer(headers.length() + 256);
    out.writeBytes(Statuses.line(response.status(), response.reason()));
    headers.writeTo(out);
    int status = response.status();
    bodiless = status == 204 || status == 304 || head.method().equals("HEAD");
    if (!bodiless && !headers.has(HeaderName.CONTENT_LENGTH)) {
      if (end) {
        out.writeBytes(NO_CONTENT);
      } else if (head.version() == Version.HTTP_1_1) {
        chunked = true;
        out.writeBytes(CHUNKED);
      } else {
        // such a client knows the end of a body by its length or by the end of the connection
        closing = true;
        untilClose = true;
      }
    }
    if (head.expectsContinue() && !continued || connection.draining()) {
      // whether a body that was not asked for will come nobody knows
      closing = true;
    }
    if (closing) {
      out.writeBytes(CLOSE);
    } else if (head.version() == Version.HTTP_1_0) {
      out.writeBytes(KEEP_ALIVE);
    }
    Wire.line(out);
    if (end) {
      finish();
    }
  }

  @Override
  public void sendData(ByteBuf data, boolean end) {
    if (over || bodiless) {
      data.release();
    } else if (chunked) {
      connection.wire().chunk(data);
    } else {
      connection.wire().data(data);
    }
    if (end && !over) {
      if (chunked) {
        connection.wire().lastChunk();
      }
      finish();
    }
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
    finish();
  }

  @Override
  public void switchProtocols(ResponseHead response) {
    if (over) {
      return;
    }
    tunnel = true;
    closing = true;
    ByteBuf out = connection.wire().buffer(response.headers().length() + 128);
    out.writeBytes(Statuses.line(response.status(), response.reason()));
    response.headers().writeTo(out);
    out.writeBytes(UPGRADE);
    Wire.line(out);
    flush();
    connection.switchToTunnel();
  }

  private void finish() {
    over = true;
    connection.wire().flush();
    connection.answered(closing);
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
  public void closeAfter() {
    closing = true;
  }

  @Override
  public void abort() {
    if (!over) {
      over = true;
      connection.wire().flush();
      connection.breakOff(untilClose);
    }
  }

  void gone() {
    if (!over) {
      over = true;
      listener.gone();
    }
  }

  @Override
  public LazyTimer timer(Runnable whenDue) {
    return connection.requestTimer().task(whenDue);
  }
}
