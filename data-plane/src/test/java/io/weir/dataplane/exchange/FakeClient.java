package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.exchange.InterleavedWorld.Event;
import io.weir.dataplane.http.ClientListener;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.LazyTimer;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import java.util.ArrayList;
import java.util.List;

/** A client that does all that the interface lets it do, and checks all that is done to it. */
final class FakeClient implements ClientStream {
  private static final int MOST_PIECE = 40_000;

  private final InterleavedWorld world;
  private final ManualLoop loop;
  private final RequestHead head;
  private final List<LazyTimer> timers = new ArrayList<>();
  private ClientListener listener;
  private boolean resumed;
  private boolean bodyOver;
  private boolean bodyEnded;
  private boolean gone;
  private boolean headSent;
  private boolean ended;
  private boolean aborted;
  private boolean tunnel;
  private boolean writable = true;
  private boolean unflushed;
  private long uploaded;
  private long promised = RequestHead.UNKNOWN;
  private long received;
  private int from = -1;
  private long taken;

  FakeClient(InterleavedWorld world, ManualLoop loop, RequestHead head) {
    this.world = world;
    this.loop = loop;
    this.head = head;
    bodyOver = !head.hasBody();
  }

  /** Whether nothing more is to come from the gateway. */
  boolean isOver() {
    return ended || aborted || gone;
  }

  boolean wasAnswered() {
    return headSent;
  }

  boolean wasAborted() {
    return aborted;
  }

  boolean isTunnel() {
    return tunnel;
  }

  /** How many bytes of a body it has sent. */
  long uploaded() {
    return uploaded;
  }

  /** Whether it has sent all of its body. */
  boolean uploadedAll() {
    return bodyEnded;
  }

  /** What it may do now. */
  List<Event> events() {
    List<Event> possible = new ArrayList<>(reading());
    if (!gone) {
      possible.add(new Event("client leaves", 1, this::leave));
      if (!writable) {
        possible.add(new Event("client takes more", 12, this::takeMore));
      }
      if (resumed) {
        possible.add(new Event("client read complete", 4, listener::readComplete));
      }
    }
    return possible;
  }

  private List<Event> reading() {
    if (gone || !resumed || aborted) {
      return List.of();
    }
    if (tunnel) {
      return ended
          ? List.of()
          : List.of(
              new Event("client sends into the tunnel", 8, () -> send(1 + world.below(2_000))));
    }
    if (bodyOver) {
      return List.of();
    }
    List<Event> possible = new ArrayList<>();
    long rest = head.contentLength() - uploaded;
    if (head.contentLength() == RequestHead.UNKNOWN) {
      possible.add(new Event("client sends", 10, () -> send(1 + world.below(MOST_PIECE))));
      possible.add(new Event("client ends", 4, this::endBody));
    } else if (rest > 0) {
      possible.add(
          new Event(
              "client sends", 10, () -> send((int) Math.min(rest, 1 + world.below(MOST_PIECE)))));
    } else {
      possible.add(new Event("client ends", 10, this::endBody));
    }
    possible.add(
        new Event(
            "client's body is refused",
            1,
            () -> {
              bodyOver = true;
              listener.refused(new MalformedException(world.chance(50) ? 408 : 413, "no"));
            }));
    return possible;
  }

  private void send(int bytes) {
    ByteBuf piece = world.counting(bytes, uploaded);
    uploaded += bytes;
    listener.data(piece);
  }

  private void endBody() {
    bodyOver = true;
    bodyEnded = true;
    Headers trailers = null;
    if (world.chance(20)) {
      trailers = new Headers();
      trailers.add("x-last", "yes");
    }
    listener.ended(trailers);
  }

  private void leave() {
    gone = true;
    closeTimers();
    listener.gone();
  }

  private void takeMore() {
    writable = true;
    taken += 1 + world.below(1_000);
    listener.writable();
  }

  private void closeTimers() {
    timers.forEach(LazyTimer::close);
  }

  private List<Event> leaving() {
    return gone || listener == null
        ? List.of()
        : List.of(new Event("client leaves meanwhile", 1, this::leave));
  }

  private void afterEnd(String what) {
    world.seen("client: " + what);
    world.never(ended, what + " after the end");
    world.never(aborted, what + " after abort");
  }

  @Override
  public RequestHead head() {
    return head;
  }

  @Override
  public ClientPeer peer() {
    return new ClientPeer("127.0.0.1", false);
  }

  @Override
  public void listener(ClientListener told) {
    world.never(listener != null, "a second listener");
    listener = told;
  }

  @Override
  public void resume() {
    resumed = true;
    world.within(reading());
  }

  @Override
  public void pause() {
    // what was read already may still come
  }

  @Override
  public void sendContinue() {
    afterEnd("100");
    world.never(headSent, "100 after the head");
  }

  @Override
  public void sendInterim(int status, Headers headers) {
    afterEnd("interim");
    world.never(headSent, "an interim response after the head");
    if (world.chance(25)) {
      writable = false;
    }
    world.within(leaving());
  }

  @Override
  public void sendHead(ResponseHead answer, boolean end) {
    afterEnd("head " + answer.status() + (end ? " end" : ""));
    world.never(headSent, "a second head");
    headSent = true;
    promised = answer.contentLength();
    String by = answer.headers().get("x-from");
    from = by == null ? -1 : Integer.parseInt(by);
    unflushed = true;
    if (end) {
      ended();
    } else {
      world.within(leaving());
    }
  }

  private void ended() {
    ended = true;
    unflushed = false;
    if (!gone) {
      world.never(
          promised != RequestHead.UNKNOWN && received != promised && received > 0,
          "an end after " + received + " of " + promised);
    }
    closeTimers();
  }

  @Override
  public void sendData(ByteBuf data, boolean end) {
    afterEnd("data " + data.readableBytes() + (end ? " end" : ""));
    world.never(!headSent, "data before the head");
    received += data.readableBytes();
    if (from >= 0) {
      for (int i = data.readerIndex(); i < data.writerIndex(); i++) {
        world.never(data.getByte(i) != from, "bytes of another response");
      }
    }
    unflushed |= data.isReadable();
    data.release();
    if (world.chance(25)) {
      writable = false;
    }
    if (end) {
      ended();
    } else {
      world.within(leaving());
    }
  }

  @Override
  public void sendTrailers(Headers trailers) {
    afterEnd("trailers");
    world.never(!headSent, "trailers before the head");
    ended();
  }

  @Override
  public void switchProtocols(ResponseHead answer) {
    afterEnd("101");
    world.never(headSent, "101 after the head");
    headSent = true;
    tunnel = true;
    resumed = true;
    from = Integer.parseInt(answer.headers().get("x-from"));
    world.within(leaving());
  }

  @Override
  public void flush() {
    unflushed = false;
    taken++;
    world.within(leaving());
  }

  /** Whether something was sent and not handed to the network. */
  boolean holdsBack() {
    return unflushed && !isOver();
  }

  @Override
  public boolean writable() {
    return writable && !gone;
  }

  @Override
  public long taken() {
    return taken;
  }

  @Override
  public void closeAfter() {
    world.seen("client: close after");
  }

  @Override
  public void abort() {
    afterEnd("abort");
    aborted = true;
    closeTimers();
  }

  @Override
  public LazyTimer timer(Runnable whenDue) {
    LazyTimer timer = new LazyTimer(loop, whenDue);
    timers.add(timer);
    return timer;
  }
}
