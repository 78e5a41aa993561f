package io.weir.dataplane.support;

import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.END_STREAM;
import static io.weir.dataplane.support.Http2Peer.HEADERS;

import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.Http2Peer.Frame;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request through a gateway, in either version of HTTP on either side, with exactly these
 * fields. Fields are given as names and values in turn; names are in lower case.
 */
public record Passage(Version client, Version node, String... fields) {
  private static final int PATIENCE_MILLIS = 20_000;

  /** The versions. */
  public enum Version {
    HTTP_1,
    HTTP_2
  }

  /** What came through: values of the same name are joined by a comma. */
  public record Passed(
      Map<String, String> request,
      Map<String, String> requestTrailers,
      Map<String, String> response,
      Map<String, String> responseTrailers) {}

  /** A GET that is answered with these fields. */
  public Passed get(ForwardOptions options, String... answer) throws Exception {
    return pass(options, "GET", new String[0], answer, new String[0]);
  }

  /** A POST with a body and trailers, that is answered with a body and trailers. */
  public Passed post(ForwardOptions options, String[] trailers, String[] answered)
      throws Exception {
    return pass(options, "POST", trailers, new String[0], answered);
  }

  /** A request; it and the answer have a body if they have trailers. */
  public Passed pass(
      ForwardOptions options,
      String method,
      String[] trailers,
      String[] answer,
      String[] answerTrailers)
      throws Exception {
    try (FakeUpstream placeholder = FakeUpstream.http();
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Gateway gateway = Gateway.of(options, placeholder)) {
      listener.setSoTimeout(PATIENCE_MILLIS);
      gateway.version(node == Version.HTTP_2 ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1);
      gateway.nodes(EventMother.node(listener.getLocalPort(), 1));
      Map<String, String>[] seen;
      if (client == Version.HTTP_2) {
        try (Http2Peer peer = Http2Peer.connect(gateway.port())) {
          sendHttp2(peer, gateway, method, trailers);
          seen = serve(listener, answer, answerTrailers);
          Map<String, String> head = peer.await(HEADERS).fields();
          return passed(seen, head, answerTrailers.length == 0 ? Map.of() : trailers(peer));
        }
      }
      try (Client plain = gateway.client()) {
        plain.send(gateway.head(method, "/release/pets") + message(fields, "hi", trailers));
        seen = serve(listener, answer, answerTrailers);
        Answer came = plain.read(false);
        return passed(seen, joined(came.headers()), joined(came.trailers()));
      }
    }
  }

  private static Passed passed(
      Map<String, String>[] seen, Map<String, String> head, Map<String, String> trailers) {
    return new Passed(seen[0], seen[1], head, trailers);
  }

  private void sendHttp2(Http2Peer peer, Gateway gateway, String method, String[] trailers)
      throws IOException {
    String[] head = {
      ":method", method, ":scheme", "http", ":path", "/release/pets", ":authority", gateway.host()
    };
    String[] all = Arrays.copyOf(head, head.length + fields.length);
    System.arraycopy(fields, 0, all, head.length, fields.length);
    peer.headers(1, trailers.length == 0 ? END_STREAM : 0, all);
    if (trailers.length > 0) {
      peer.send(DATA, 0, 1, new byte[] {'h', 'i'});
      peer.headers(1, END_STREAM, trailers);
    }
  }

  private static Map<String, String> trailers(Http2Peer peer) throws Exception {
    Frame frame = peer.await(DATA, HEADERS);
    while (frame.type() == DATA && !frame.ends()) {
      frame = peer.await(DATA, HEADERS);
    }
    return frame.fields();
  }

  private Map<String, String>[] serve(
      ServerSocket listener, String[] answer, String[] answerTrailers) throws Exception {
    return node == Version.HTTP_2
        ? serveHttp2(listener, answer, answerTrailers)
        : servePlain(listener, answer, answerTrailers);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, String>[] serveHttp2(
      ServerSocket listener, String[] answer, String[] answerTrailers) throws Exception {
    try (Http2Peer peer = Http2Peer.accept(listener)) {
      Frame head = peer.await(HEADERS);
      Map<String, String> trailers = head.ends() ? Map.of() : trailers(peer);
      String[] all = Arrays.copyOf(new String[] {":status", "200"}, 2 + answer.length);
      System.arraycopy(answer, 0, all, 2, answer.length);
      peer.headers(head.stream(), answerTrailers.length == 0 ? END_STREAM : 0, all);
      if (answerTrailers.length > 0) {
        peer.send(DATA, 0, head.stream(), new byte[] {'o', 'k'});
        peer.headers(head.stream(), END_STREAM, answerTrailers);
      }
      return new Map[] {head.fields(), trailers};
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, String>[] servePlain(
      ServerSocket listener, String[] answer, String[] answerTrailers) throws Exception {
    try (Socket socket = listener.accept()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String line = line(in);
      Map<String, String> head = fields(in);
      head.put(":line", line);
      Map<String, String> trailers = Map.of();
      if (head.containsKey("transfer-encoding")) {
        for (int size = size(in); size > 0; size = size(in)) {
          in.readNBytes(size);
          line(in);
        }
        trailers = fields(in);
      }
      String text = "HTTP/1.1 200 OK\n" + message(answer, "ok", answerTrailers);
      socket
          .getOutputStream()
          .write(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new Map[] {head, trailers};
    }
  }

  private static String message(String[] fields, String body, String[] trailers) {
    if (trailers.length == 0) {
      boolean answer = body.equals("ok");
      return lines(fields) + (answer ? "content-length: 0\n\n" : "\n");
    }
    return lines(fields)
        + "transfer-encoding: chunked\n\n2\n"
        + body
        + "\n0\n"
        + lines(trailers)
        + "\n";
  }

  private static String lines(String[] fields) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      lines.append(fields[i]).append(": ").append(fields[i + 1]).append('\n');
    }
    return lines.toString();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static Map<String, String> fields(InputStream in) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      add(fields, line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return fields;
  }

  private static Map<String, String> joined(Iterable<io.weir.testing.http.Header> headers) {
    Map<String, String> fields = new TreeMap<>();
    headers.forEach(header -> add(fields, header.name(), header.value()));
    return fields;
  }

  private static void add(Map<String, String> fields, String name, String value) {
    fields.merge(name.toLowerCase(Locale.ROOT), value, (one, other) -> one + ", " + other);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
