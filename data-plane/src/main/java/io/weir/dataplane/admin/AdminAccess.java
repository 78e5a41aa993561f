package io.weir.dataplane.admin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask the admin port for more than health, which is for everybody's probes: with a token
 * who shows it, without one who is on this machine.
 */
public final class AdminAccess {
  /** Whoever is on this machine, and nobody else. */
  public static final AdminAccess LOOPBACK = new AdminAccess(null);

  private static final String SCHEME = "bearer ";
  private static final Pattern TOKEN = Pattern.compile("[!-~]{16,256}");

  private final byte @Nullable [] token;

  private AdminAccess(byte @Nullable [] token) {
    this.token = token;
  }

  /**
   * Who shows the token in a file.
   *
   * @throws IllegalArgumentException if it cannot be read or holds none
   */
  public static AdminAccess of(Path file) {
    try {
      String token = Files.readString(file).strip();
      if (!TOKEN.matcher(token).matches()) {
        throw new IllegalArgumentException(
            "WEIR_ADMIN_TOKEN_FILE holds a token, which is 16 to 256 visible ASCII characters; "
                + file
                + " holds none");
      }
      return new AdminAccess(token.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalArgumentException("WEIR_ADMIN_TOKEN_FILE cannot be read: " + file, e);
    }
  }

  /** Why the request is not answered, or null if it is. */
  @Nullable AdminProblem deny(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    if (path.equals("/health/live") || path.equals("/health/ready")) {
      return null;
    }
    byte[] expected = token;
    if (expected == null) {
      return isNear(request.remoteAddress())
          ? null
          : unauthenticated(
              "without WEIR_ADMIN_TOKEN_FILE this port answers this machine alone, health apart");
    }
    return isShown(expected, request.headers().getAll(HttpHeaders.AUTHORIZATION))
        ? null
        : unauthenticated(
            "this takes the token of WEIR_ADMIN_TOKEN_FILE, as Authorization: Bearer");
  }

  private static boolean isNear(@Nullable SocketAddress from) {
    String host = from == null ? null : from.hostAddress();
    return host != null && InetAddress.ofLiteral(host).isLoopbackAddress();
  }

  /** Takes as long for a token that is nearly right. */
  private static boolean isShown(byte[] expected, List<String> headers) {
    if (headers.size() != 1
        || !headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    String shown = headers.getFirst().substring(SCHEME.length()).strip();
    return MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8));
  }

  private static AdminProblem unauthenticated(String detail) {
    return new AdminProblem(401, "UNAUTHENTICATED", detail);
  }
}
