package io.weir.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** One connection: requests and replies in turn, until either side ends it. */
final class Conversation {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Conversation(Socket socket) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
  }

  /** Serves until the connection ends; reports every request when its headers are there. */
  void serve(Behaviour behaviour, Consumer<Request> arrived)
      throws IOException, InterruptedException, ExecutionException {
    boolean open = true;
    while (open) {
      var request = next();
      arrived.accept(request);
      open = perform(behaviour.reply(request), request);
      if (open) {
        request.body();
        open = request.all("Connection").stream().noneMatch("close"::equalsIgnoreCase);
      }
    }
    socket.close();
  }

  private Request next() throws IOException {
    String[] line = Lines.read(in).split(" ", -1);
    if (line.length != 3) {
      throw new IOException("not a request line: " + String.join(" ", line));
    }
    var headers = new ArrayList<Header>();
    for (String text = Lines.read(in); !text.isEmpty(); text = Lines.read(in)) {
      int colon = text.indexOf(':');
      headers.add(new Header(text.substring(0, colon), text.substring(colon + 1).strip()));
    }
    return new Request(line[0], line[1], headers, body(headers));
  }

  private InputStream body(List<Header> headers) throws IOException {
    InputStream body = new FixedInput(in, 0);
    for (Header header : headers) {
      switch (header.name().toLowerCase(Locale.ROOT)) {
        case "content-length" -> body = new FixedInput(in, Long.parseLong(header.value()));
        case "transfer-encoding" -> body = new ChunkedInput(in);
        case "expect" -> {
          out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
          out.flush();
        }
        default -> {}
      }
    }
    return body;
  }

  /** Returns whether the connection may carry another request. */
  private boolean perform(Reply reply, Request request)
      throws IOException, InterruptedException, ExecutionException {
    return switch (reply) {
      case Reply.Response response -> {
        respond(response, request, response.body().length);
        yield true;
      }
      case Reply.Truncated(Reply.Response response, int bytes) -> {
        respond(response, request, bytes);
        yield false;
      }
      case Reply.Stream(int status, List<Header> headers, Reply.Writer writer) -> {
        head(status, headers, new Header("Transfer-Encoding", "chunked"));
        try (var chunks = new ChunkedOutput(out)) {
          chunks.flush();
          writer.write(chunks);
        }
        yield true;
      }
      case Reply.Held(var later) -> perform(later.get(), request);
      case Reply.Raw(byte[] bytes) -> {
        out.write(bytes);
        out.flush();
        yield false;
      }
      case Reply.Dripping(byte[] bytes) -> {
        socket.setTcpNoDelay(true);
        for (byte one : bytes) {
          out.write(one);
          out.flush();
        }
        yield false;
      }
      case Reply.Close() -> false;
      case Reply.Reset() -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
    };
  }

  private void respond(Reply.Response response, Request request, int bytes) throws IOException {
    byte[] body = response.body();
    head(
        response.status(),
        response.headers(),
        new Header("Content-Length", Integer.toString(body.length)));
    if (!request.method().equals("HEAD")) {
      out.write(body, 0, bytes);
    }
    out.flush();
  }

  private void head(int status, List<Header> headers, Header framing) throws IOException {
    var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    boolean bodiless = status == 204 || status == 304;
    head.append(bodiless ? "" : framing + "\r\n").append("\r\n");
    out.write(head.toString().getBytes(ISO_8859_1));
  }
}
