package io.weir.guard;

import io.weir.guard.Denial.Code;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which requests are let in. Against a name that its owner makes lead here (DNS rebinding)
 * only names of our own are answered to; against other pages in the same browser, requests that say
 * they come from one are refused (Origin, RFC 6454, and Fetch Metadata), and so is a body that does
 * not say it is JSON, which is what a page may send without asking first (Fetch, "no-cors").
 *
 * @param names in lower case, that requests may be addressed to besides IP addresses
 */
record Guard(Set<String> names) {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> BODIES =
      Set.of("application/json", "application/merge-patch+json");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** Why the request is not let in; empty if it is. */
  Optional<Denial> deny(RequestHead head) {
    return host(head).or(() -> origin(head)).or(() -> site(head)).or(() -> body(head));
  }

  private Optional<Denial> host(RequestHead head) {
    if (head.hosts().isEmpty() && !head.needsHost()) {
      return Optional.empty();
    }
    // RFC 9112 3.2
    if (head.hosts().size() != 1) {
      return Optional.of(new Denial(Code.BAD_REQUEST, "a request has one Host header"));
    }
    String host = head.hosts().getFirst();
    if (Authority.of(host).filter(this::isOurs).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Denial(
            Code.UNKNOWN_HOST,
            "this service does not answer to that host name; WEIR_HTTP_NAMES lists those it"
                + " answers to besides localhost and IP addresses"));
  }

  /** An address cannot be made to lead elsewhere, so whoever names one means this service. */
  private boolean isOurs(Authority host) {
    return host.isAddress() || names.contains(host.host());
  }

  private Optional<Denial> origin(RequestHead head) {
    if (head.origins().isEmpty() || isSame(head.origins(), head.hosts())) {
      return Optional.empty();
    }
    return Optional.of(
        new Denial(Code.FOREIGN_ORIGIN, "pages of other origins may not use this service"));
  }

  /** The scheme is not compared: a proxy in front may have taken TLS off. */
  private static boolean isSame(List<String> origins, List<String> hosts) {
    if (origins.size() != 1 || hosts.size() != 1) {
      return false;
    }
    String origin = origins.getFirst();
    int end = origin.indexOf("://");
    if (end < 0) {
      return false;
    }
    String scheme = origin.substring(0, end).toLowerCase(Locale.ROOT);
    Optional<Authority> from = Authority.of(origin.substring(end + 3));
    Optional<Authority> to = Authority.of(hosts.getFirst());
    return from.isPresent()
        && from.map(at -> at.withPort(scheme)).equals(to.map(at -> at.withPort(scheme)));
  }

  private static Optional<Denial> site(RequestHead head) {
    if (SAFE.contains(head.method()) || OWN_SITES.containsAll(head.fetchSites())) {
      return Optional.empty();
    }
    return Optional.of(
        new Denial(Code.FOREIGN_ORIGIN, "pages of other origins may not change anything here"));
  }

  private static Optional<Denial> body(RequestHead head) {
    if (!head.body() || head.contentTypes().size() == 1 && isJson(head.contentTypes().getFirst())) {
      return Optional.empty();
    }
    return Optional.of(
        new Denial(
            Code.UNSUPPORTED_MEDIA_TYPE,
            "bodies are application/json, of PATCH also application/merge-patch+json, and say so in"
                + " Content-Type"));
  }

  private static boolean isJson(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return BODIES.contains(type.strip().toLowerCase(Locale.ROOT));
  }
}
