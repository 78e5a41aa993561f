package io.weir.standalone.demo;

/**
 * What the tour built: an API of a service, forwarding to an upstream.
 *
 * @param instance the gateway instance
 * @param edgeVpc where the gateway instance is
 * @param ordersVpc where the upstream is
 * @param api id of the API
 * @param apiName its name
 */
record Mounted(
    String instance,
    String edgeVpc,
    String ordersVpc,
    String network,
    String upstream,
    String service,
    String api,
    String apiName) {

  /** Path of the released API below the host. */
  static final String PATH = "/release/hello";

  /** The host name by which callers mean this service. */
  String host() {
    return service + ".localhost";
  }
}
