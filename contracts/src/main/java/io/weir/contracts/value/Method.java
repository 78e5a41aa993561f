package io.weir.contracts.value;

/** An HTTP method (RFC 9110 9.3, RFC 5789), or any of them. */
public enum Method {
  ANY,
  GET,
  HEAD,
  POST,
  PUT,
  DELETE,
  PATCH,
  OPTIONS
}
