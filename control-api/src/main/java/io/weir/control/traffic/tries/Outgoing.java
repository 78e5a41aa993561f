package io.weir.control.traffic.tries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent.
 *
 * @param id by which the replica tells of it
 * @param path with its query
 * @param body null if there is none
 */
record Outgoing(
    String id,
    String method,
    String host,
    String path,
    List<TriedHeader> headers,
    byte @Nullable [] body) {
  Outgoing {
    headers = List.copyOf(headers);
  }

  static Outgoing of(String id, TryContent content, TryTarget target) {
    return new Outgoing(
        id, content.method(), target.host(), target.path(), content.headers(), content.body());
  }

  /** What a client would ask for. */
  String url() {
    return "http://" + host + path;
  }

  /** The same without the query, which may hold secrets. */
  String readable() {
    int query = path.indexOf('?');
    return method + " " + host + (query < 0 ? path : path.substring(0, query));
  }
}
