package io.weir.dataplane.http2;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.ResponseHead;
import org.jspecify.annotations.Nullable;

/** A request to a node that speaks HTTP/2. */
final class Http2NodeStream extends MessageStream implements NodeStream {
  private final Http2NodeConnection connection;
  private final boolean reused;
  private @Nullable NodeListener listener;
  private boolean started;
  private boolean toHead;
  private boolean answered;
  private boolean done;

  Http2NodeStream(Http2NodeConnection connection, NodeListener listener, boolean reused) {
    super(connection, false);
    this.connection = connection;
    this.listener = listener;
    this.reused = reused;
  }

  @Override
  public boolean reused() {
    return reused;
  }

  // the request

  @Override
  public void sendHead(NodeRequest request, boolean end) {
    if (!started) {
      started = true;
      toHead = request.method().equals("HEAD");
      connection.start(this, FieldWriter.request(request), end);
      if (end) {
        markEnded();
      }
    }
  }

  @Override
  public void sendData(ByteBuf data, boolean end) {
    writeData(data, end);
  }

  @Override
  public void sendTrailers(Headers trailers) {
    writeHeaders(FieldWriter.trailers(trailers), true);
  }

  @Override
  public void cancel() {
    boolean waited = !done && started;
    done = true;
    listener = null;
    if (!started) {
      started = true;
      connection.giveBack();
    }
    deafen();
    reset(Http2Error.CANCEL);
    if (waited && !answered) {
      connection.probe();
    }
  }

  // the response

  void readResponse(int streamId, Http2Headers fields, boolean end) throws Http2Exception {
    if (answered) {
      readEnd(streamId, FieldReader.trailers(streamId, fields));
      return;
    }
    ResponseHead head = FieldReader.response(streamId, fields, end, toHead);
    if (head.status() < 200) {
      interim(streamId, head, end);
      return;
    }
    boolean bodiless = toHead || head.status() == 204 || head.status() == 304;
    expect(bodiless ? 0 : FieldReader.statedLength(head.headers()));
    checkLength(streamId, end);
    answered = true;
    if (listener != null && !done) {
      listener.answered(head);
      if (end) {
        readEnd(streamId, null);
      }
    }
  }

  /** Nobody can hold it back as a body can be: who holds the response back may still get some. */
  private void interim(int streamId, ResponseHead head, boolean end) throws Http2Exception {
    if (end) {
      throw Http2Endpoint.malformed(streamId, "a response without a final head");
    }
    if (listener != null && !done) {
      listener.interim(head);
    }
  }

  @Override
  int read(int streamId, ByteBuf data, boolean end) throws Http2Exception {
    if (!answered && !isDeaf()) {
      throw Http2Endpoint.malformed(streamId, "a body without a head");
    }
    return super.read(streamId, data, end);
  }

  @Override
  void onData(ByteBuf data) {
    if (listener == null || done) {
      data.release();
    } else {
      listener.data(data);
    }
  }

  @Override
  void onEnd(@Nullable Headers trailers) {
    if (listener != null && !done) {
      done = true;
      listener.ended(trailers);
    }
    if (!isEnded() || queuedBytes() > 0) {
      reset(Http2Error.CANCEL); // nobody sends the rest of a request that has its response
    }
  }

  @Override
  void onReadComplete() {
    if (listener != null) {
      listener.readComplete();
    }
  }

  @Override
  void onWritable() {
    if (listener != null && !done) {
      listener.writable();
    }
  }

  @Override
  void onReset(long errorCode) {
    disown();
    if (!isComplete()) {
      Http2Error error = Http2Error.valueOf(errorCode);
      breakOff(
          "the node reset the stream: " + (error == null ? errorCode : error),
          errorCode == Http2Error.REFUSED_STREAM.code()
              ? NodeFailure.STREAM_REFUSED
              : NodeFailure.STREAM_RESET);
    }
  }

  @Override
  void onError(Http2Exception why) {
    breakOff("the node broke HTTP/2: " + why.getMessage(), NodeFailure.MALFORMED);
  }

  @Override
  void onClosed() {
    if (!isComplete()) {
      String violation = connection.violation();
      if (violation == null) {
        breakOff("the connection to the node closed", NodeFailure.CONNECTION_LOST);
      } else {
        breakOff("the node broke HTTP/2: " + violation, NodeFailure.MALFORMED);
      }
    }
  }

  /** Nothing more comes. */
  void breakOff(String why, NodeFailure kind) {
    deafen();
    if (listener != null && !done) {
      done = true;
      listener.failed(kind, why);
    }
  }
}
