package io.weir.rest.list;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The header {@code Link} (RFC 8288) of a page that another follows. */
public final class NextPage {
  private NextPage() {}

  /** The same question from another place, as a path, so that it leads through any proxy. */
  public static String link(UriInfo request, String after) {
    return link(request, after, Map.of());
  }

  /**
   * The same with other values of parameters that the request gave.
   *
   * @param instead by name
   */
  static String link(UriInfo request, String after, Map<String, String> instead) {
    var parameters = new TreeMap<String, String>();
    request.getQueryParameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
    parameters.remove("offset");
    parameters.put("after", after);
    instead.forEach(parameters::replace);
    String query =
        parameters.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return "<" + request.getRequestUri().getRawPath() + "?" + query + ">; rel=\"next\"";
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
