package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.weir.dataplane.http.ClientListener;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.LazyTimer;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.http1.Wire.Body;

/** One request on an HTTP/1.1 connection, and its response. One event loop. */
final class Http1ClientStream implements ClientStream {
  private static final String WRONG_LENGTH =
      "a response whose body has not the length its head says";
  private static final byte[] CONTINUE = Wire.ascii("HTTP/1.1 100 Continue\r\n\r\n");
  private static final byte[] CLOSE = Wire.ascii("connection: close\r\n");
  private static final byte[] KEEP_ALIVE = Wire.ascii("connection: keep-alive\r\n");
  private static final byte[] UPGRADE = Wire.ascii("connection: upgrade\r\n");
  private static final byte[] CHUNKED = Wire.ascii("transfer-encoding: chunked\r\n");
  private static final byte[] NO_CONTENT = Wire.ascii("content-length: 0\r\n");

  private final Http1ClientConnection connection;
  private final RequestHead head;
  private final boolean closeAsked;
  private ClientListener listener = Unheard.INSTANCE;
  private boolean closing;
  private boolean untilClose;
  private boolean continued;
  private boolean over;

  Http1ClientStream(Http1ClientConnection connection, RequestHead head) {
    this.connection = connection;
    this.head = head;
    closeAsked =
        head.version() == Version.HTTP_1_0
            ? !head.headers().hasToken(HeaderName.CONNECTION, "keep-alive")
            : head.headers().has(HeaderName.CONNECTION)
                && head.headers().hasToken(HeaderName.CONNECTION, "close");
    closing = closeAsked;
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
    connection.answerBegan();
    Headers headers = response.headers();
    ByteBuf out = connection.wire().buffer(headers.length() + 256);
    out.writeBytes(Statuses.line(response.status(), response.reason()));
    headers.writeTo(out);
    frame(response, end, out);
    if (head.expectsContinue() && !continued || connection.endsWithResponse()) {
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
      finish(connection.wire().send(Unpooled.EMPTY_BUFFER, true));
    }
  }

  /** Decides how the client knows where the body ends, and says it (RFC 9112, 6.3). */
  private void frame(ResponseHead response, boolean end, ByteBuf out) {
    Headers headers = response.headers();
    int status = response.status();
    int length = headers.find(HeaderName.CONTENT_LENGTH);
    if (status == 204 || status == 304 || head.method().equals("HEAD")) {
      connection.wire().body(Body.NONE, 0);
    } else if (length >= 0) {
      connection.wire().body(Body.FIXED, headers.decimal(length));
    } else if (end) {
      connection.wire().body(Body.FIXED, 0);
      out.writeBytes(NO_CONTENT);
    } else if (head.version() == Version.HTTP_1_1) {
      connection.wire().body(Body.CHUNKED, 0);
      out.writeBytes(CHUNKED);
    } else {
      // such a client knows the end of a body by its length or by the end of the connection
      connection.wire().body(Body.UNTIL_CLOSE, 0);
      closing = true;
      untilClose = true;
    }
  }

  @Override
  public void sendData(ByteBuf data, boolean end) {
    if (over) {
      data.release();
      return;
    }
    boolean asSaid = connection.wire().send(data, end);
    if (end) {
      finish(asSaid);
    } else if (!asSaid) {
      connection.impossible(WRONG_LENGTH);
    }
  }

  @Override
  public void sendTrailers(Headers trailers) {
    if (!over) {
      finish(connection.wire().end(trailers));
    }
  }

  @Override
  public void switchProtocols(ResponseHead response) {
    if (over) {
      return;
    }
    closing = true;
    ByteBuf out = connection.wire().buffer(response.headers().length() + 128);
    out.writeBytes(Statuses.line(response.status(), response.reason()));
    response.headers().writeTo(out);
    out.writeBytes(UPGRADE);
    Wire.line(out);
    connection.wire().body(Body.UNTIL_CLOSE, 0);
    flush();
    connection.switchToTunnel();
  }

  /** The response ends here; if not as its head said, the client must not take it for whole. */
  private void finish(boolean asSaid) {
    over = true;
    connection.wire().flush();
    if (asSaid) {
      connection.answered(closing, closeAsked);
    } else {
      connection.impossible(WRONG_LENGTH);
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
    return connection.timer(whenDue);
  }
}
