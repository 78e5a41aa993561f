package io.weir.dataplane.support.script;

import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.GOAWAY;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.INITIAL_WINDOW_SIZE;
import static io.weir.dataplane.support.Http2Peer.PING;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;
import static io.weir.dataplane.support.Http2Peer.SETTINGS;
import static io.weir.dataplane.support.Http2Peer.WINDOW_UPDATE;

import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * An HTTP/2 connection that obeys the flow control of the other side, gives what it reads free at
 * once and sorts frames by stream. Thread-safe.
 */
public final class Http2Wire {
  private static final int LARGEST_FRAME = 16 * 1024;
  private static final int FIRST_WINDOW = 65_535;
  private static final Frame CLOSED = new Frame(Frame.CLOSED, 0, 0, new byte[0], Map.of());

  private final Http2Peer peer;
  private final BiConsumer<Integer, Frame> whenOpened;
  private final Map<Integer, BlockingQueue<Frame>> streams = new ConcurrentHashMap<>();
  private final Object sending = new Object();
  private volatile boolean goingAway;

  // guarded by this
  private final Map<Integer, Long> windows = new ConcurrentHashMap<>();
  private long connectionWindow = FIRST_WINDOW;
  private long initialWindow = FIRST_WINDOW;
  private boolean closed;

  /**
   * On a peer that has sent its settings.
   *
   * @param whenOpened told of HEADERS that open a stream, on the thread of {@link #run}
   */
  public Http2Wire(Http2Peer peer, BiConsumer<Integer, Frame> whenOpened) {
    this.peer = peer;
    this.whenOpened = whenOpened;
  }

  /** Reads until the connection ends. */
  public void run() {
    try {
      for (Frame frame = peer.next(); frame.type() != Frame.CLOSED; frame = peer.next()) {
        read(frame);
      }
    } catch (Exception ended) {
      // as good as closed
    } finally {
      synchronized (this) {
        closed = true;
        notifyAll();
      }
      streams.values().forEach(stream -> stream.add(CLOSED));
    }
  }

  private void read(Frame frame) throws IOException {
    switch (frame.type()) {
      case SETTINGS -> {
        if (frame.flags() == 0) {
          settings(ByteBuffer.wrap(frame.payload()));
          send(SETTINGS, Http2Peer.ACK, 0);
        }
      }
      case PING -> {
        if (frame.flags() == 0) {
          send(PING, Http2Peer.ACK, 0, frame.payload());
        }
      }
      case WINDOW_UPDATE -> grow(frame.stream(), ByteBuffer.wrap(frame.payload()).getInt());
      case GOAWAY -> goingAway = true;
      case DATA -> {
        if (frame.payload().length > 0) {
          send(WINDOW_UPDATE, 0, 0, Http2Peer.number(frame.payload().length));
          if (!frame.ends()) {
            send(WINDOW_UPDATE, 0, frame.stream(), Http2Peer.number(frame.payload().length));
          }
        }
        deliver(frame);
      }
      case HEADERS, RST_STREAM -> deliver(frame);
      default -> {
        // nothing that matters here
      }
    }
  }

  private void deliver(Frame frame) {
    boolean first = frame.type() == HEADERS && !streams.containsKey(frame.stream());
    if (frame.type() == RST_STREAM) {
      synchronized (this) {
        windows.put(frame.stream(), Long.MIN_VALUE);
        notifyAll();
      }
    }
    stream(frame.stream()).add(frame);
    if (first) {
      whenOpened.accept(frame.stream(), frame);
    }
  }

  private synchronized void settings(ByteBuffer settings) {
    while (settings.hasRemaining()) {
      if (settings.getShort() == INITIAL_WINDOW_SIZE) {
        long next = settings.getInt();
        windows.replaceAll(
            (_, window) -> window < -initialWindow ? window : window + next - initialWindow);
        initialWindow = next;
      } else {
        settings.getInt();
      }
    }
    notifyAll();
  }

  private synchronized void grow(int stream, int more) {
    if (stream == 0) {
      connectionWindow += more;
    } else {
      windows.computeIfPresent(
          stream, (_, window) -> window == Long.MIN_VALUE ? window : window + more);
    }
    notifyAll();
  }

  /** What comes on a stream, in order; ends with a frame of type {@link Frame#CLOSED}. */
  public BlockingQueue<Frame> stream(int id) {
    BlockingQueue<Frame> stream =
        streams.computeIfAbsent(
            id,
            _ -> {
              synchronized (this) {
                windows.put(id, initialWindow);
              }
              return new LinkedBlockingQueue<>();
            });
    synchronized (this) {
      if (closed) {
        stream.add(CLOSED);
      }
    }
    return stream;
  }

  /** Whether the other side has sent GOAWAY. */
  public boolean goingAway() {
    return goingAway;
  }

  public void send(int type, int flags, int stream, byte... payload) throws IOException {
    synchronized (sending) {
      peer.send(type, flags, stream, payload);
    }
  }

  public void raw(byte[] bytes) throws IOException {
    synchronized (sending) {
      peer.send(bytes);
    }
  }

  /** Sends HEADERS with these names and values in turn. */
  public void head(int stream, boolean end, String... fields) throws IOException {
    synchronized (sending) {
      peer.headers(stream, end ? Http2Peer.END_STREAM : 0, fields);
    }
  }

  /** Sends DATA as the other side takes it. */
  public void data(int stream, byte[] bytes, boolean end) throws IOException {
    int at = 0;
    while (at < bytes.length) {
      int piece = claim(stream, Math.min(bytes.length - at, LARGEST_FRAME));
      boolean last = end && at + piece == bytes.length;
      send(
          DATA, last ? Http2Peer.END_STREAM : 0, stream, Arrays.copyOfRange(bytes, at, at + piece));
      at += piece;
    }
    if (end && bytes.length == 0) {
      send(DATA, Http2Peer.END_STREAM, stream);
    }
  }

  private synchronized int claim(int stream, int wanted) throws IOException {
    long until =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ScriptedConnection.PATIENCE_MILLIS);
    while (true) {
      long room = Math.min(connectionWindow, windows.getOrDefault(stream, initialWindow));
      if (closed || room < -initialWindow) {
        throw new EOFException("the stream has ended");
      }
      if (room > 0) {
        int piece = (int) Math.min(room, wanted);
        connectionWindow -= piece;
        windows.merge(stream, (long) -piece, Long::sum);
        return piece;
      }
      long rest = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (rest <= 0) {
        throw new IOException("no window for " + ScriptedConnection.PATIENCE_MILLIS + " ms");
      }
      try {
        wait(rest);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }
}
