package io.weir.dataplane.http;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** What a node does with a request. One event loop. */
public interface NodeListener {
  /** A way to the node is there; {@link NodeStream#cancel} gives it back unused. */
  void opened(NodeStream stream);

  /** An interim response: 100, 102, 103 and the like; never 101. */
  void interim(ResponseHead head);

  /** The head of the final response, or a 101 after which data is bytes both ways. */
  void answered(ResponseHead head);

  /** A piece of the body; the buffer is the listener's to release. */
  void data(ByteBuf data);

  /** The response is complete; called once, after {@link #answered}, for every response. */
  void ended(@Nullable Headers trailers);

  /** The rest of what was read in one go has been delivered: a good moment to flush. */
  void readComplete();

  /** The node takes more again. */
  void writable();

  /**
   * There is no way to the node, or the request or its response broke off; nothing more comes.
   *
   * @param why for people, never null
   */
  void failed(NodeFailure kind, String why);
}
