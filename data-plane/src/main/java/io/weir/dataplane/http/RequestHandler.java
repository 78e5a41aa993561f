package io.weir.dataplane.http;

/** What is done with requests. One event loop. */
public interface RequestHandler {
  /** A request has arrived; its body, if any, waits for {@link ClientStream#resume}. */
  void handle(ClientStream stream);

  /**
   * Something arrived that cannot be understood as a request.
   *
   * @param stream to answer on; its head holds what could be understood
   */
  void refuse(ClientStream stream, MalformedException why);

  /** Whether this process is about to stop. */
  boolean draining();
}
