package io.weir.dataplane.support;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Error;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One end of an HTTP/2 connection that sends exactly the frames it is told to. */
public final class Http2Peer implements AutoCloseable {
  public static final int DATA = 0;
  public static final int HEADERS = 1;
  public static final int RST_STREAM = 3;
  public static final int SETTINGS = 4;
  public static final int PING = 6;
  public static final int GOAWAY = 7;
  public static final int WINDOW_UPDATE = 8;
  public static final int CONTINUATION = 9;

  /** Settings. */
  public static final int HEADER_TABLE_SIZE = 1;

  public static final int MAX_CONCURRENT_STREAMS = 3;
  public static final int INITIAL_WINDOW_SIZE = 4;
  public static final int MAX_HEADER_LIST_SIZE = 6;

  public static final int END_STREAM = 1;
  public static final int ACK = 1;
  public static final int END_HEADERS = 4;

  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final int READ_TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private @Nullable ByteArrayOutputStream together;
  private int mostAtOnce = Integer.MAX_VALUE;
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false, 1 << 20);

  /** A frame as it came; a connection that was closed reads as a frame of type -1. */
  public record Frame(int type, int flags, int stream, byte[] payload, Map<String, String> fields) {
    public static final int CLOSED = -1;

    /** Of RST_STREAM and GOAWAY. */
    public Http2Error error() {
      return Http2Error.valueOf(ByteBuffer.wrap(payload).getInt(type == GOAWAY ? 4 : 0));
    }

    /** Of GOAWAY. */
    public int lastStream() {
      return ByteBuffer.wrap(payload).getInt();
    }

    public boolean ends() {
      return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
    }

    public String status() {
      return fields.get(":status");
    }
  }

  private Http2Peer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(READ_TIMEOUT_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = socket.getOutputStream();
  }

  /** A client that has sent its preface and these settings, as pairs of identifier and value. */
  public static Http2Peer connect(int port, int... settings) throws Exception {
    return client(new Socket(InetAddress.getLoopbackAddress(), port), settings);
  }

  /** A server that has read the preface of its client and sent these settings. */
  public static Http2Peer accept(ServerSocket server, int... settings) throws Exception {
    return server(server.accept(), settings);
  }

  /** A client on a connection that is made already: sends its preface and these settings. */
  public static Http2Peer client(Socket socket, int... settings) throws Exception {
    Http2Peer peer = new Http2Peer(socket);
    peer.send(PREFACE.getBytes(StandardCharsets.US_ASCII));
    peer.settings(settings);
    return peer;
  }

  /** A server on a connection that is made already: reads the preface, sends these settings. */
  public static Http2Peer server(Socket socket, int... settings) throws Exception {
    Http2Peer peer = new Http2Peer(socket);
    peer.readPreface();
    peer.settings(settings);
    return peer;
  }

  private void readPreface() throws IOException {
    byte[] preface = in.readNBytes(PREFACE.length());
    if (!new String(preface, StandardCharsets.US_ASCII).equals(PREFACE)) {
      throw new IOException("not the preface of HTTP/2");
    }
  }

  private void settings(int... settings) throws Exception {
    ByteBuffer payload = ByteBuffer.allocate(3 * settings.length);
    for (int i = 0; i < settings.length; i += 2) {
      payload.putShort((short) settings[i]).putInt(settings[i + 1]);
      if (settings[i] == HEADER_TABLE_SIZE) {
        decoder.maxHeaderTableSize(settings[i + 1]);
      }
    }
    send(SETTINGS, 0, 0, payload.array());
  }

  public void send(byte[] bytes) throws IOException {
    ByteArrayOutputStream waiting = together;
    if (waiting != null) {
      waiting.write(bytes);
      return;
    }
    int piece = Math.min(mostAtOnce, bytes.length);
    for (int from = 0; from < bytes.length; from += piece) {
      out.write(bytes, from, Math.min(piece, bytes.length - from));
      out.flush();
    }
  }

  /** Writes from now on at most so many bytes at once, wherever frames begin and end. */
  public void splitInto(int bytes) {
    mostAtOnce = bytes;
  }

  /** Frames to send. */
  public interface Sending {
    void run() throws IOException;
  }

  /** Sends many frames in one go. */
  public void together(Sending frames) throws IOException {
    ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    together = waiting;
    try {
      frames.run();
    } finally {
      together = null;
    }
    send(waiting.toByteArray());
  }

  public void send(int type, int flags, int stream, byte... payload) throws IOException {
    send(frame(type, flags, stream, payload));
  }

  /** The bytes of a frame. */
  public static byte[] frame(int type, int flags, int stream, byte... payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .put((byte) (payload.length >> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  /** Sends HEADERS with these names and values in turn. */
  public void headers(int stream, int flags, String... fields) throws IOException {
    send(HEADERS, flags | END_HEADERS, stream, block(fields));
  }

  /** Sends a GET that ends with its head. */
  public void get(int stream, String path, String... more) throws IOException {
    headers(stream, END_STREAM, request("GET", path, more));
  }

  /** Sends the head of a POST that has a body. */
  public void post(int stream, String path, String... more) throws IOException {
    headers(stream, 0, request("POST", path, more));
  }

  private static String[] request(String method, String path, String... more) {
    String[] fields = new String[8 + more.length];
    String[] head = {":method", method, ":scheme", "http", ":path", path, ":authority", "test"};
    System.arraycopy(head, 0, fields, 0, 8);
    System.arraycopy(more, 0, fields, 8, more.length);
    return fields;
  }

  /** Fields as literals without indexing, names and values exactly as given. */
  public static byte[] block(String... fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      block.write(0);
      literal(block, fields[i]);
      literal(block, fields[i + 1]);
    }
    return block.toByteArray();
  }

  /** A string without Huffman coding (RFC 7541, 5.2). */
  public static void literal(ByteArrayOutputStream block, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int rest = bytes.length;
    if (rest < 127) {
      block.write(rest);
    } else {
      block.write(127);
      for (rest -= 127; rest >= 128; rest >>>= 7) {
        block.write(rest & 127 | 128);
      }
      block.write(rest);
    }
    block.writeBytes(bytes);
  }

  public void reset(int stream, Http2Error error) throws IOException {
    send(RST_STREAM, 0, stream, number((int) error.code()));
  }

  public void windowUpdate(int stream, int more) throws IOException {
    send(WINDOW_UPDATE, 0, stream, number(more));
  }

  public void goAway(int lastStream, Http2Error error) throws IOException {
    byte[] payload = ByteBuffer.allocate(8).putInt(lastStream).putInt((int) error.code()).array();
    send(GOAWAY, 0, 0, payload);
  }

  public static byte[] number(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  /** The next frame, whatever it is. */
  public Frame next() throws Exception {
    try {
      int first = in.readInt();
      int length = first >>> 8;
      int type = first & 0xff;
      int flags = in.readUnsignedByte();
      int stream = in.readInt() & Integer.MAX_VALUE;
      byte[] payload = new byte[length];
      in.readFully(payload);
      return new Frame(type, flags, stream, payload, fields(type, flags, payload));
    } catch (EOFException | SocketException e) {
      return new Frame(Frame.CLOSED, 0, 0, new byte[0], Map.of());
    }
  }

  private Map<String, String> fields(int type, int flags, byte[] payload) throws Exception {
    if (type != HEADERS) {
      return Map.of();
    }
    int skip = (flags & 0x20) == 0 ? 0 : 5;
    Map<String, String> fields = new TreeMap<>();
    decoder
        .decodeHeaders(1, Unpooled.wrappedBuffer(payload, skip, payload.length - skip))
        .forEach(field -> fields.put(field.getKey().toString(), field.getValue().toString()));
    return fields;
  }

  /** The next frame of one of these types; others are passed over, except the end. */
  public Frame await(int... types) throws Exception {
    while (true) {
      Frame frame = next();
      if (frame.type() == Frame.CLOSED) {
        return frame;
      }
      for (int type : types) {
        if (frame.type() == type && !(type == SETTINGS && frame.flags() == ACK)) {
          return frame;
        }
      }
    }
  }

  /** Stops reading, so that what the other end sends piles up. */
  public Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
