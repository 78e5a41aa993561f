package io.weir.dataplane.http;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** What a client does after the head of its request. One event loop. */
public interface ClientListener {
  /** A piece of the body; the buffer is the listener's to release. */
  void data(ByteBuf data);

  /** The body is complete; called once if there is one. */
  void ended(@Nullable Headers trailers);

  /** The client takes more again. */
  void writable();

  /** The rest of what was read in one go has been delivered. */
  default void readComplete() {}

  /** The body cannot be understood, or is larger or slower than allowed; nothing more comes. */
  void refused(MalformedException why);

  /** The client is gone, or takes this stream back; nothing sent from now on reaches it. */
  void gone();
}
