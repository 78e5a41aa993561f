package io.weir.control.traffic.tries;

/**
 * A request as it is sent.
 *
 * @param id by which the replica tells of it
 */
record Outgoing(String id, TryContent content, TryTarget target) {
  /** What a client would ask for. */
  String url() {
    return "http://" + target.host() + target.path();
  }

  /** The same without the query, which may hold secrets. */
  String readable() {
    String path = target.path();
    int query = path.indexOf('?');
    return content.method() + " " + target.host() + (query < 0 ? path : path.substring(0, query));
  }
}
