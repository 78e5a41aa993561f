package io.weir.dataplane.http2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.weir.dataplane.http.ClientListener;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.LazyTimer;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request of a client that speaks HTTP/2. */
final class Http2ClientStream extends MessageStream implements ClientStream {
  private static final Headers NO_FIELDS = new Headers(0);

  private final Http2ClientConnection connection;
  private final RequestHead head;
  private final List<LazyTimer> timers = new ArrayList<>(2);
  private @Nullable ClientListener listener;
  private @Nullable LazyTimer bodyIdle;
  private long received;
  private boolean bodiless;
  private boolean answering;
  private boolean announced = true;
  private boolean watched;
  private long watchedAt;
  private long framedThen;

  Http2ClientStream(Http2ClientConnection connection, RequestHead head) {
    super(connection, true);
    this.connection = connection;
    this.head = head;
    expect(head.contentLength());
  }

  /**
   * A request that says it has no body, on a stream that has not ended: it is handed over when it
   * is seen to be true. Once a node had it, no DATA could take it back.
   */
  void announceAtEnd() {
    announced = false;
    resume();
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

  // the request

  @Override
  int read(int streamId, ByteBuf data, boolean end) throws Http2Exception {
    received += data.readableBytes();
    HttpLimits limits = connection.limits();
    if (limits.bodyBytes() > 0 && received > limits.bodyBytes()) {
      refuse(RequestReader.tooLarge());
    }
    int taken = super.read(streamId, data, end);
    watch();
    return taken;
  }

  @Override
  public void resume() {
    super.resume();
    watch();
  }

  @Override
  public void pause() {
    super.pause();
    watch();
  }

  /** Starts the time anew for which the body may stand still, if it is waited for. */
  private void watch() {
    LazyTimer timer = bodyIdle;
    // once there is an answer, whoever moves that sees to it that nothing stands still
    if (answering || isDeaf() || isPaused() || isComplete()) {
      if (timer != null) {
        timer.stop();
      }
      return;
    }
    if (timer == null) {
      timer = timer(() -> refuse(new MalformedException(408, "the body stood still")));
      bodyIdle = timer;
    }
    timer.inMillis(connection.limits().bodyIdleMillis());
  }

  private void refuse(MalformedException why) {
    if (!isDeaf()) {
      deafen();
      if (!announced) {
        announced = true;
        connection.handler().refuse(this, why);
      } else if (listener != null) {
        listener.refused(why);
      }
    }
  }

  @Override
  void onData(ByteBuf data) {
    if (listener == null) {
      data.release();
    } else {
      listener.data(data);
    }
  }

  @Override
  void onEnd(@Nullable Headers trailers) {
    watch();
    if (!announced) {
      announced = true;
      connection.handler().handle(this);
    } else if (listener != null) {
      listener.ended(trailers);
    }
  }

  @Override
  void onReadComplete() {
    if (listener != null) {
      listener.readComplete();
    }
  }

  @Override
  void onError(Http2Exception why) {
    int status = why instanceof Http2Exception.HeaderListSizeException ? 431 : 400;
    refuse(new MalformedException(status, String.valueOf(why.getMessage())));
  }

  @Override
  void onReset(long errorCode) {
    deafen();
  }

  @Override
  void onClosed() {
    deafen();
    if (!isEnded() && listener != null) {
      listener.gone();
    }
    giveTimersBack();
  }

  private void giveTimersBack() {
    bodyIdle = null;
    timers.forEach(connection.timers()::giveBack);
    timers.clear();
  }

  // the response

  /**
   * Nobody else watches a response that was handed over whole: one of which the client takes less
   * than it must is reset, and what is left of it forgotten.
   */
  @Override
  void look(long now) {
    long framed = framedBytes();
    if (!isEnded() || !waitsForWindow()) {
      watched = false;
    } else if (!watched) {
      watched = true;
      watchedAt = now;
      framedThen = framed;
    } else if (connection.limits().isStandstill(framed - framedThen, now - watchedAt)) {
      reset(Http2Error.CANCEL);
      giveTimersBack();
    } else if (now - watchedAt >= connection.limits().bodyIdleNanos()) {
      watchedAt = now;
      framedThen = framed;
    }
  }

  @Override
  void onWritable() {
    if (listener != null) {
      listener.writable();
    }
  }

  @Override
  public void sendContinue() {
    interim(100, NO_FIELDS);
  }

  @Override
  public void sendInterim(int status, Headers headers) {
    interim(status, headers);
  }

  private void interim(int status, Headers headers) {
    writeHeaders(FieldWriter.response(status, headers), false);
    flush();
  }

  @Override
  public void sendHead(ResponseHead response, boolean end) {
    int status = response.status();
    bodiless = status == 204 || status == 304 || head.method().equals("HEAD");
    answering = true;
    watch();
    writeHeaders(FieldWriter.response(status, response.headers()), end);
  }

  @Override
  public void sendData(ByteBuf data, boolean end) {
    if (bodiless) {
      data.release();
      writeData(Unpooled.EMPTY_BUFFER, end);
    } else {
      writeData(data, end);
    }
  }

  @Override
  public void sendTrailers(Headers trailers) {
    writeHeaders(FieldWriter.trailers(trailers), true);
  }

  @Override
  public void switchProtocols(ResponseHead response) {
    throw new IllegalStateException("HTTP/2 has no upgrade");
  }

  @Override
  public void closeAfter() {
    // a stream ends with its response, and other streams have a right to the connection
  }

  @Override
  public void abort() {
    if (isEnded()) {
      return;
    }
    markEnded();
    reset(Http2Error.INTERNAL_ERROR);
    timers.forEach(LazyTimer::stop);
  }

  @Override
  public LazyTimer timer(Runnable whenDue) {
    LazyTimer timer = connection.timers().take(whenDue);
    timers.add(timer);
    return timer;
  }
}
