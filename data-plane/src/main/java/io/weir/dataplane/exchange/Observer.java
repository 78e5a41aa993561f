package io.weir.dataplane.exchange;

import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.trace.RequestTrace;
import org.jspecify.annotations.Nullable;

/** Who is told of the requests of one event loop. */
public interface Observer {
  /** A request has arrived; gives its trace, or null if it is not traced. */
  @Nullable RequestTrace began(RequestHead head);

  /** A request is over; what it asked may be read until this returns. */
  void ended(Finished request);
}
