package io.weir.dataplane.http2;

import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The messages on the streams of a connection. One event loop. */
final class Streams {
  private final Http2Connection connection;
  private final Http2Connection.PropertyKey key;
  private final List<MessageStream> touched = new ArrayList<>();

  Streams(Http2Connection connection) {
    this.connection = connection;
    key = connection.newKey();
  }

  void attach(Http2Stream stream, MessageStream message) {
    message.bind(stream);
    stream.setProperty(key, message);
  }

  @Nullable MessageStream of(@Nullable Http2Stream stream) {
    return stream == null ? null : stream.getProperty(key);
  }

  /** The stream of a frame that brings something; it hears of the end of this read. */
  @Nullable MessageStream touch(int streamId) {
    MessageStream message = of(connection.stream(streamId));
    if (message != null && !message.touched) {
      message.touched = true;
      touched.add(message);
    }
    return message;
  }

  /** What was read in one go has been passed on. */
  void readComplete() {
    for (int i = 0; i < touched.size(); i++) {
      MessageStream message = touched.get(i);
      message.touched = false;
      message.onReadComplete();
    }
    touched.clear();
  }

  /** Visits those that are open; a visitor may reset what it visits. */
  void forEach(Consumer<MessageStream> visitor) {
    try {
      connection.forEachActiveStream(
          stream -> {
            MessageStream message = of(stream);
            if (message != null) {
              visitor.accept(message);
            }
            return true;
          });
    } catch (Http2Exception e) {
      throw new IllegalStateException("a visitor that throws nothing threw", e);
    }
  }
}
