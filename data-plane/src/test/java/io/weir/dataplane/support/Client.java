package io.weir.dataplane.support;

import io.weir.testing.http.Header;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One connection of a client that sends exactly what it is told and reads exactly what comes. */
public final class Client implements AutoCloseable {
  /** After which a test fails instead of waiting for ever. */
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  public Client(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** On a connection that is made already. */
  public Client(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** Sends a request and reads the response to anything but HEAD. */
  public Answer call(String request) throws IOException {
    send(request);
    return read(request.startsWith("HEAD "));
  }

  /** Sends characters as they are, except that line breaks become those of HTTP. */
  public void send(String text) throws IOException {
    send(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Reads one response. */
  public Answer read(boolean toHead) throws IOException {
    String[] status = line().split(" ", 3);
    List<Header> headers = headers();
    Answer head =
        new Answer(
            Integer.parseInt(status[1]),
            status.length > 2 ? status[2] : "",
            headers,
            new byte[0],
            List.of());
    if (toHead || head.status() == 204 || head.status() == 304 || head.status() < 200) {
      return head;
    }
    List<Header> trailers = new ArrayList<>();
    byte[] body = body(head, trailers);
    return new Answer(head.status(), head.reason(), headers, body, trailers);
  }

  private byte[] body(Answer head, List<Header> trailers) throws IOException {
    if ("chunked".equals(head.header("transfer-encoding"))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
        body.write(exactly(size));
        line();
      }
      trailers.addAll(headers());
      return body.toByteArray();
    }
    String length = head.header("content-length");
    return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
  }

  private byte[] exactly(int bytes) throws IOException {
    byte[] read = in.readNBytes(bytes);
    if (read.length < bytes) {
      throw new EOFException("the body broke off after " + read.length + " of " + bytes);
    }
    return read;
  }

  private List<Header> headers() throws IOException {
    List<Header> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return headers;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** Whether the server has closed the connection, after what it has sent. Waits for it. */
  public boolean ended() throws IOException {
    return in.read() < 0;
  }

  public InputStream in() {
    return in;
  }

  /** Closes with a reset, as a client that crashed. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
