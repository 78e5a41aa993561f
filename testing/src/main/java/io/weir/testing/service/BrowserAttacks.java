package io.weir.testing.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a page of somebody else can make an operator's browser send to a loopback port, and what
 * must go on working.
 */
public final class BrowserAttacks {
  private static final int WAIT_MILLIS = 60_000;
  private static final String BODY = "{\"name\":\"evil\"}";
  private static final Set<String> HEADERS =
      Set.of(
          "content-security-policy: ",
          "x-frame-options: deny",
          "x-content-type-options: nosniff",
          "referrer-policy: ",
          "cache-control: no-");

  private final int port;
  private final List<String> wrong = new ArrayList<>();

  private BrowserAttacks(int port) {
    this.port = port;
  }

  /**
   * Tries all of them; every answer must also carry the headers that keep browsers safe.
   *
   * @param read a path that GET is answered at with 200
   * @param write a method and a path that takes a body, such as {@code POST /v1/things}; empty if
   *     the port has none
   * @return what was answered otherwise than it should be
   */
  public static List<String> thatSucceed(int port, String read, String write) throws IOException {
    var attacks = new BrowserAttacks(port);
    attacks.reads("GET " + read);
    attacks.origins("GET " + read);
    if (!write.isEmpty()) {
      attacks.origins(write);
      attacks.writes(write);
    }
    return attacks.wrong;
  }

  private String own() {
    return "localhost:" + port;
  }

  private void reads(String get) throws IOException {
    for (String host : List.of("evil.example", "evil.example:" + port, "localhost.evil.example")) {
      expect(421, get, "Host: " + host);
      expect(421, get, "Host: " + host, "Origin: http://" + host);
    }
    // some servers refuse it themselves, in their own words
    String nameless = head(get + " HTTP/1.1\r\nConnection: close\r\n\r\n");
    if (!nameless.startsWith("HTTP/1.1 400 ")) {
      wrong.add(get + " without a host: " + nameless);
    }
    for (String host : List.of(own(), "localhost", "127.0.0.1:" + port, "10.42.0.17", "[::1]:1")) {
      expect(200, get, "Host: " + host);
    }
    expect(200, get, "Host: " + own(), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate");
    exchange(200, get + " HTTP/1.0\r\n\r\n", get + " of HTTP/1.0");
  }

  private void origins(String request) throws IOException {
    for (String origin :
        List.of("http://evil.example", "null", "http://localhost:1", "https://localhost")) {
      expect(403, request, "Host: " + own(), "Origin: " + origin);
    }
    if (request.startsWith("GET ")) {
      expect(200, request, "Host: " + own(), "Origin: http://" + own());
    }
  }

  private void writes(String write) throws IOException {
    for (String site : List.of("cross-site", "same-site")) {
      expect(403, write, "Host: " + own(), "Sec-Fetch-Site: " + site);
    }
    String length = "Content-Length: " + BODY.length();
    expect(415, write, "Host: " + own(), length);
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "")) {
      expect(415, write, "Host: " + own(), length, "Content-Type: " + type);
    }
    expect(415, write, "Host: " + own(), "Transfer-Encoding: chunked");
  }

  private void expect(int status, String request, String... headers) throws IOException {
    var text = new StringBuilder(request).append(" HTTP/1.1\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    boolean body = text.indexOf("Content-Length") > 0;
    boolean chunked = text.indexOf("Transfer-Encoding") > 0;
    text.append("Connection: close\r\n\r\n")
        .append(body ? BODY : chunked ? "f\r\n" + BODY + "\r\n0\r\n\r\n" : "");
    exchange(status, text.toString(), request + " " + List.of(headers));
  }

  private void exchange(int status, String request, String what) throws IOException {
    String answer = head(request).toLowerCase(Locale.ROOT);
    if (!answer.matches("(?s)http/1\\.[01] " + status + " .*")) {
      wrong.add(what + ": " + answer.lines().findFirst().orElse("nothing") + ", not " + status);
    }
    if (status >= 400 && !answer.contains("content-type: application/problem+json")) {
      wrong.add(what + ": no problem document");
    }
    for (String header : HEADERS) {
      if (!answer.contains("\r\n" + header)) {
        wrong.add(what + ": no " + header);
      }
    }
  }

  /** The head of the answer; what follows is read too, or the server would meet a reset. */
  private String head(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(WAIT_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int end = all.indexOf("\r\n\r\n");
      return end < 0 ? all : all.substring(0, end + 2);
    }
  }
}
