package io.weir.dataplane.matrix;

import io.weir.dataplane.support.script.ScriptedNode;

/**
 * One combination of all there is.
 *
 * @param two whether there is a second node, a good one
 * @param chunked whether the length of the upload is not said beforehand
 */
record Cell(
    int number,
    Talk.Client client,
    ScriptedNode.Kind node,
    NodeBehaviour outcome,
    Upload upload,
    boolean two,
    boolean chunked) {
  /** What the client sends with its request. */
  enum Upload {
    NONE("GET", 0),
    /** Kept whole for another attempt. */
    SMALL("PUT", 1_000),
    /** Larger than what is kept, and than what the buffers of the system take. */
    LARGE("PUT", 1_500_000),
    /** Kept whole, and yet not to be repeated. */
    ONCE("POST", 1_000);

    private final String method;
    private final int bytes;

    Upload(String method, int bytes) {
      this.method = method;
      this.bytes = bytes;
    }
  }

  private static final byte[] NOISE = noise();

  private static byte[] noise() {
    byte[] noise = new byte[Upload.LARGE.bytes];
    new java.util.SplittableRandom(7).nextBytes(noise);
    return noise;
  }

  /** The first request, which the script is for; each try has its own name. */
  Ask first(int attempt) {
    byte[] body = java.util.Arrays.copyOf(NOISE, upload.bytes);
    String front = outcome.hasty() ? Lane.HASTY : Lane.PATIENT;
    return new Ask(upload.method, front + query(attempt, 1), body, chunked);
  }

  /** The second, which every node answers. */
  Ask second(int attempt) {
    return Ask.get(Lane.PATIENT + query(attempt, 2));
  }

  /** The query of a request. */
  String query(int attempt, int request) {
    return "?c=%d.%d&n=%d".formatted(number, attempt, request);
  }

  /** Whether a request that a node has not answered must be tried at the other. */
  boolean repeatable() {
    return upload == Upload.NONE || upload == Upload.SMALL;
  }

  @Override
  public String toString() {
    return "%d: %s to %s: %s, %s%s, %s"
        .formatted(
            number,
            client,
            node,
            outcome.name(),
            upload,
            chunked && upload != Upload.NONE ? " chunked" : "",
            two ? "two nodes" : "one node");
  }
}
