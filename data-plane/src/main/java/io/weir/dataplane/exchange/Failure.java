package io.weir.dataplane.exchange;

import io.weir.dataplane.http.MalformedException;

/** Why the gateway answers a request itself; the name is the {@code code} in the body. */
public enum Failure {
  BAD_REQUEST(400, "The request is malformed."),
  NO_ROUTE(404, "No released API answers this host, path and method."),
  METHOD_NOT_SUPPORTED(405, "The gateway supports no CONNECT, and answers no TRACE itself."),
  CLIENT_STALLED(408, "The client neither sent nor took what was waited for in time."),
  BODY_TOO_LARGE(413, "The request body is too large."),
  MISDIRECTED(421, "This connection was made for a domain with another certificate."),
  URI_TOO_LONG(414, "The request line is too long."),
  HEADERS_TOO_LARGE(431, "The header section is too large."),
  EXPECTATION_FAILED(417, "The only expectation there is is 100-continue."),
  INTERNAL_ERROR(500, "The gateway has a defect; the request id tells which log lines name it."),
  CONNECT_FAILED(502, "No node of the upstream accepted a connection."),
  CONNECTION_BROKEN(502, "The connection to the node broke before a response."),
  BAD_RESPONSE(502, "The node's response is not HTTP, contradicts itself, or broke off."),
  RETRY_BUDGET_EXHAUSTED(
      502, "The node failed, and the upstream has too many retries under way for another."),
  NOT_CONFIGURED(503, "This replica has no configuration yet."),
  VPC_NOT_CONNECTED(503, "The upstream's VPC is not connected to the VPC of the instance."),
  NO_ELIGIBLE_NODE(503, "The upstream has no node that takes traffic."),
  OVERLOADED(503, "The upstream or its nodes have as many requests as their limits allow."),
  OUT_OF_RESOURCES(503, "This process has no file, port or memory left for a connection."),
  TIMEOUT(504, "The API's timeout passed before a response."),
  ATTEMPT_TIMEOUT(504, "The node did not respond in time."),
  RESPONSE_STALLED(504, "Nothing of the response came for the API's timeout."),
  VERSION_NOT_SUPPORTED(505, "The version of HTTP is not supported."),
  LOOP_DETECTED(508, "The request has passed this gateway several times: an upstream leads back.");

  private final int status;
  private final String message;

  Failure(int status, String message) {
    this.status = status;
    this.message = message;
  }

  /** What to answer to something malformed. */
  static Failure of(MalformedException why) {
    return switch (why.status()) {
      case 405 -> METHOD_NOT_SUPPORTED;
      case 408 -> CLIENT_STALLED;
      case 413 -> BODY_TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 417 -> EXPECTATION_FAILED;
      case 431 -> HEADERS_TOO_LARGE;
      case 505 -> VERSION_NOT_SUPPORTED;
      default -> BAD_REQUEST;
    };
  }

  int status() {
    return status;
  }

  String message() {
    return message;
  }
}
