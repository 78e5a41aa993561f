package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.weir.dataplane.exchange.InterleavedWorld.Event;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import java.util.ArrayList;
import java.util.List;

/** One request at a node, which does and checks all that the interfaces allow. One thread. */
final class FakeWay implements NodeStream {
  private static final int[] STATUSES = {200, 200, 200, 204, 404, 503, 503};
  private static final int MOST_PIECE = 3_000;

  private final InterleavedWorld world;
  private final FakeClient client;
  private final int id;
  private final NodeListener listener;
  private final Headers fields = new Headers();
  private boolean headSent;
  private boolean requestEnded;
  private boolean offersUpgrade;
  private boolean tunnel;
  private boolean answered;
  private boolean over;
  private boolean cancelled;
  private boolean writable = true;
  private long received;
  private long rest = RequestHead.UNKNOWN;
  private long taken;

  FakeWay(InterleavedWorld world, FakeClient client, int id, NodeListener listener) {
    this.world = world;
    this.client = client;
    this.id = id;
    this.listener = listener;
  }

  /** Whether it has ended or was given back. */
  boolean isOver() {
    return over || cancelled;
  }

  boolean wasCancelled() {
    return cancelled;
  }

  /** What the node may do now. */
  List<Event> events() {
    List<Event> possible = new ArrayList<>();
    if (isOver() || !headSent) {
      return possible;
    }
    if (answered) {
      possible.addAll(reading());
      possible.add(new Event(this + " read complete", 4, this::readComplete));
    } else {
      possible.add(new Event(this + " hints", 3, () -> interim(world.chance(50) ? 100 : 103)));
      possible.add(new Event(this + " answers", 8, this::answer));
    }
    possible.addAll(failing());
    possible.addAll(taking());
    return possible;
  }

  private List<Event> reading() {
    if (isOver() || !answered) {
      return List.of();
    }
    List<Event> possible = new ArrayList<>();
    if (rest != 0) {
      possible.add(new Event(this + " sends", 10, this::send));
    }
    if (rest <= 0) {
      possible.add(new Event(this + " ends", 6, this::end));
    }
    return possible;
  }

  private List<Event> failing() {
    return isOver() || !headSent
        ? List.of()
        : List.of(
            new Event(
                this + " fails",
                2,
                () -> {
                  over = true;
                  NodeFailure[] all = NodeFailure.values();
                  NodeFailure kind = all[world.below(all.length)];
                  world.seen(kind.toString());
                  listener.failed(kind, "broken");
                }));
  }

  private List<Event> taking() {
    return isOver() || writable
        ? List.of()
        : List.of(
            new Event(
                this + " takes more",
                12,
                () -> {
                  writable = true;
                  taken += 1 + world.below(1_000);
                  listener.writable();
                }));
  }

  private void interim(int status) {
    Headers hints = new Headers();
    hints.add("link", "</a>");
    listener.interim(new ResponseHead(Version.HTTP_1_1, status, null, hints, 0));
  }

  private void answer() {
    answered = true;
    boolean switches = offersUpgrade && requestEnded && world.chance(60);
    int status = switches ? 101 : STATUSES[world.below(STATUSES.length)];
    tunnel = switches;
    if (!switches) {
      rest =
          status == 204 || world.chance(20)
              ? 0
              : world.chance(50) ? RequestHead.UNKNOWN : 1 + world.below(MOST_PIECE);
    }
    fields.clear();
    fields.add("x-from", Integer.toString(id));
    if (rest > 0) {
      fields.add(HeaderName.CONTENT_LENGTH, (int) rest);
    }
    if (switches) {
      fields.add(HeaderName.UPGRADE, "x");
    }
    world.seen(status + ", length " + rest);
    listener.answered(new ResponseHead(Version.HTTP_1_1, status, null, fields, rest));
  }

  private void send() {
    int most = rest > 0 ? (int) Math.min(rest, MOST_PIECE) : MOST_PIECE;
    int bytes = 1 + world.below(most);
    if (rest > 0) {
      rest -= bytes;
    }
    listener.data(world.bytes(bytes, id));
  }

  private void end() {
    over = true;
    Headers trailers = null;
    if (world.chance(20)) {
      trailers = new Headers();
      trailers.add("x-last", "yes");
    }
    listener.ended(trailers);
    // as a connection that reads the next response over them
    fields.clear();
    fields.add("x-from", "99");
  }

  private void readComplete() {
    boolean relayed = !isOver();
    listener.readComplete();
    world.never(
        relayed && !isOver() && client.holdsBack() && client.wasAnswered(),
        "what was read is not handed to the network");
  }

  private void after(String what) {
    world.seen(this + ": " + what);
    world.never(cancelled, what + " after cancel");
    world.never(requestEnded, what + " after the end of the request");
  }

  @Override
  public boolean reused() {
    return id % 2 == 1;
  }

  @Override
  public void sendHead(NodeRequest request, boolean end) {
    after("head" + (end ? " end" : ""));
    world.never(headSent, "a second head to a node");
    headSent = true;
    requestEnded = end;
    offersUpgrade = request.upgrade() != null;
    world.within(failing());
  }

  @Override
  public void sendData(ByteBuf data, boolean end) {
    if (tunnel) {
      world.seen(this + ": into the tunnel");
      world.never(cancelled, "data after cancel");
      data.release();
      return;
    }
    after("data " + data.readableBytes() + (end ? " end" : ""));
    world.never(!headSent, "data before the head to a node");
    for (int i = data.readerIndex(); i < data.writerIndex(); i++) {
      world.never(data.getByte(i) != (byte) received, "the body is not the client's");
      received++;
    }
    data.release();
    if (end) {
      requestEnded();
    }
    if (world.chance(25)) {
      writable = false;
    }
    world.within(failing());
  }

  private void requestEnded() {
    requestEnded = true;
    world.never(
        !client.uploadedAll() || received != client.uploaded(),
        "the request ends after " + received + " of " + client.uploaded());
  }

  @Override
  public void sendTrailers(Headers trailers) {
    after("trailers");
    requestEnded();
  }

  @Override
  public void flush() {
    taken++;
    world.within(failing());
  }

  @Override
  public boolean writable() {
    return writable && !isOver();
  }

  @Override
  public long taken() {
    return taken;
  }

  @Override
  public void resume() {
    world.within(reading());
  }

  @Override
  public void pause() {
    // what was read already may still come
  }

  @Override
  public void cancel() {
    world.seen(this + ": cancel");
    cancelled = true;
  }

  @Override
  public String toString() {
    return "way " + id;
  }
}
