package io.weir.dataplane.admin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of others, which an operator's browser shows, from reading the admin port: it answers
 * under names of its own only, which a name that was made to lead here (DNS rebinding) is not, and
 * to no other origin. The management services do the same; a table of examples holds the two
 * together.
 */
final class AdminGuard {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?");
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern ADDRESS =
      Pattern.compile("\\[.*|" + OCTET + "(?:\\." + OCTET + "){3}");

  /**
   * Of one label: nobody on the internet owns such a name, and containers call each other by it.
   */
  private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_-]*");

  private static final Pattern ORIGIN = Pattern.compile("(?<scheme>[a-z]+)://(?<authority>.*)");

  private final Set<String> names;

  /**
   * A guard.
   *
   * @param listeningOn the name or address of the interface
   * @param names host names that are answered to besides it, localhost and IP addresses
   * @throws IllegalArgumentException if one of them is no host name
   */
  AdminGuard(String listeningOn, Collection<String> names) {
    Set<String> all = new HashSet<>(Set.of("localhost", listeningOn.toLowerCase(Locale.ROOT)));
    for (String name : names) {
      Matcher matcher = AUTHORITY.matcher(name.strip().toLowerCase(Locale.ROOT));
      if (!matcher.matches() || matcher.group("port") != null) {
        throw new IllegalArgumentException(
            "WEIR_HTTP_NAMES lists host names without scheme and port; \"%s\" is none"
                .formatted(name));
      }
      all.add(matcher.group("host"));
    }
    this.names = Set.copyOf(all);
  }

  /** Why the request is not answered, or null if it is. */
  @Nullable AdminProblem deny(HttpServerRequest request) {
    List<String> hosts = hosts(request);
    if (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0) {
      return null;
    }
    // RFC 9112 3.2
    if (hosts.size() != 1) {
      return new AdminProblem(400, "BAD_REQUEST", "a request has one Host header");
    }
    if (!isOurs(hosts.getFirst())) {
      return new AdminProblem(
          421,
          "UNKNOWN_HOST",
          "this port does not answer to that host name; WEIR_HTTP_NAMES lists those it answers to"
              + " besides localhost and IP addresses");
    }
    List<String> origins = request.headers().getAll(HttpHeaders.ORIGIN);
    boolean own =
        origins.isEmpty() || origins.size() == 1 && isSame(origins.getFirst(), hosts.getFirst());
    return own
        ? null
        : new AdminProblem(
            403, "FOREIGN_ORIGIN", "pages of other origins may not use this service");
  }

  private static List<String> hosts(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      HostAndPort authority = request.authority();
      return authority == null ? List.of() : List.of(authority.toString());
    }
    return request.headers().getAll(HttpHeaders.HOST);
  }

  /**
   * An address cannot be made to lead elsewhere, so whoever names one means this port; nor can a
   * name of one label be from afar. Here that is enough, since nothing can be written.
   */
  boolean isOurs(String authority) {
    Matcher matcher = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return false;
    }
    String host = matcher.group("host");
    return names.contains(host) || ADDRESS.matcher(host).matches() || LABEL.matcher(host).matches();
  }

  /** The scheme is not compared: a proxy in front may have taken TLS off. */
  static boolean isSame(String origin, String host) {
    Matcher from = ORIGIN.matcher(origin.toLowerCase(Locale.ROOT));
    if (!from.matches()) {
      return false;
    }
    String usual = from.group("scheme").equals("https") ? "443" : "80";
    String there = withPort(from.group("authority"), usual);
    return there != null && there.equals(withPort(host.toLowerCase(Locale.ROOT), usual));
  }

  private static @Nullable String withPort(String authority, String usual) {
    Matcher matcher = AUTHORITY.matcher(authority);
    if (!matcher.matches()) {
      return null;
    }
    String port = matcher.group("port");
    return matcher.group("host") + ":" + (port == null ? usual : port);
  }
}
