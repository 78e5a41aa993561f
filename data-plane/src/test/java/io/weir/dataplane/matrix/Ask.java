package io.weir.dataplane.matrix;

/**
 * What a client asks for.
 *
 * @param body empty for none
 * @param chunked whether the length of the body is not said beforehand
 */
record Ask(String method, String target, byte[] body, boolean chunked) {
  static Ask get(String target) {
    return new Ask("GET", target, new byte[0], false);
  }

  boolean hasBody() {
    return body.length > 0;
  }
}
