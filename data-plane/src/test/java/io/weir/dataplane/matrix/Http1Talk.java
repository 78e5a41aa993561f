package io.weir.dataplane.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.weir.dataplane.support.script.ScriptedConnection;
import io.weir.dataplane.support.script.StrictReader;
import io.weir.dataplane.support.script.StrictReader.Framing;
import io.weir.testing.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client of HTTP/1 that reads while it writes, and believes nothing that is not framed. */
final class Http1Talk {
  private static final int UPLOAD_PIECE = 16 * 1024;

  private final ScriptedConnection wire;
  private final String host;
  private final String version;
  private final StrictReader in;
  private int status;

  Http1Talk(ScriptedConnection wire, String host, String version) throws IOException {
    this.wire = wire;
    this.host = host;
    this.version = version;
    in = new StrictReader(wire.socket().getInputStream());
  }

  /** One request, with which the connection ends. */
  Talk only(Ask first) {
    Thread writer = begin(first);
    Got got = read();
    join(writer);
    return new Talk(got, null);
  }

  /** The second request follows the answer to the first. */
  Talk inTurn(Ask first, Ask second) {
    Thread writer = begin(first);
    Got got = read();
    join(writer);
    if (!(got instanceof Got.Whole whole)) {
      return new Talk(got, null);
    }
    if (whole.last()) {
      return new Talk(got, stray());
    }
    begin(second);
    return new Talk(got, read());
  }

  /** The second request does not wait. */
  Talk pipelined(Ask first, Ask second) {
    Thread writer = begin(first, second);
    Got got = read();
    if (!(got instanceof Got.Whole whole)) {
      join(writer);
      return new Talk(got, null);
    }
    Got next = whole.last() ? stray() : read();
    join(writer);
    return new Talk(got, next);
  }

  private Thread begin(Ask... asks) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                for (Ask ask : asks) {
                  write(ask);
                }
              } catch (IOException noMore) {
                // what has been answered can still be read
              }
            });
  }

  private void write(Ask ask) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(ask.method()).append(' ').append(ask.target()).append(' ').append(version);
    head.append("\r\nHost: ").append(host).append("\r\n");
    boolean chunked = ask.chunked() && version.equals("HTTP/1.1");
    if (ask.hasBody()) {
      head.append(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + ask.body().length);
      head.append("\r\n");
    }
    wire.send(head.append("\r\n").toString().getBytes(ISO_8859_1));
    for (int at = 0; at < ask.body().length; at += UPLOAD_PIECE) {
      int size = Math.min(UPLOAD_PIECE, ask.body().length - at);
      ByteArrayOutputStream piece = new ByteArrayOutputStream(size + 16);
      if (chunked) {
        piece.writeBytes(Answers.text(Integer.toHexString(size) + "\r\n"));
      }
      piece.write(ask.body(), at, size);
      if (chunked) {
        piece.writeBytes(Answers.text("\r\n"));
      }
      wire.send(piece.toByteArray());
    }
    if (chunked && ask.hasBody()) {
      wire.send(Answers.text("0\r\n\r\n"));
    }
  }

  private static void join(Thread writer) {
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Null if nothing follows an answer that was said to be the last. */
  private Got stray() {
    try {
      if (wire.socket() instanceof javax.net.ssl.SSLSocket) {
        return null;
      }
      wire.socket().shutdownOutput();
      String line = in.lineOrEnd();
      return line == null ? null : new Got.Garbled("after the last answer: " + line);
    } catch (IOException ended) {
      return null;
    }
  }

  private Got read() {
    status = 0;
    long began = System.nanoTime();
    try {
      int interims = 0;
      while (true) {
        String line = in.lineOrEnd();
        if (line == null) {
          return new Got.Broken(0, "ended before an answer");
        }
        if (!line.matches("HTTP/1\\.1 [1-5][0-9][0-9] [^\\x00-\\x1f]*")) {
          return new Got.Garbled("no status line: " + line);
        }
        status = Integer.parseInt(line.substring(9, 12));
        List<Header> headers = in.fields();
        if (status >= 200) {
          return body(headers, interims);
        }
        if (version.equals("HTTP/1.0")) {
          return new Got.Garbled("HTTP/1.0 knows no " + status);
        }
        interims++;
        if (System.nanoTime() - began
            > TimeUnit.MILLISECONDS.toNanos(ScriptedConnection.PATIENCE_MILLIS)) {
          return new Got.Stuck(status);
        }
      }
    } catch (SocketTimeoutException e) {
      return new Got.Stuck(status);
    } catch (ProtocolException e) {
      return new Got.Garbled(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Got.Broken(status, e.toString());
    }
  }

  private Got body(List<Header> headers, int interims) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean last =
        version.equals("HTTP/1.0")
            || StrictReader.all(headers, "connection").stream().anyMatch("close"::equalsIgnoreCase);
    Framing framing = StrictReader.framing(headers);
    if (status == 204 || status == 304) {
      if (!(framing instanceof Framing.None)) {
        return new Got.Garbled(status + " with " + framing);
      }
      return new Got.Whole(status, headers, new byte[0], interims, last);
    }
    switch (framing) {
      case Framing.Length(long bytes) -> in.exactly(bytes, (piece, n) -> body.write(piece, 0, n));
      case Framing.Chunked _ -> {
        if (version.equals("HTTP/1.0")) {
          return new Got.Garbled("HTTP/1.0 knows no chunks");
        }
        in.chunked((piece, n) -> body.write(piece, 0, n));
      }
      case Framing.None _ -> {
        if (!last) {
          return new Got.Garbled("neither framed nor said to be the last");
        }
        in.toTheEnd((piece, n) -> body.write(piece, 0, n));
      }
    }
    return new Got.Whole(status, headers, body.toByteArray(), interims, last);
  }
}
