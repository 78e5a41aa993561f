package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.http.ClientListener;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import org.jspecify.annotations.Nullable;

/** Listens to what nobody wants to hear any more. */
enum Unheard implements ClientListener {
  INSTANCE;

  @Override
  public void data(ByteBuf data) {
    data.release();
  }

  @Override
  public void ended(@Nullable Headers trailers) {}

  @Override
  public void writable() {}

  @Override
  public void refused(MalformedException why) {}

  @Override
  public void gone() {}
}
