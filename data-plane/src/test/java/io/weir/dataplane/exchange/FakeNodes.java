package io.weir.dataplane.exchange;

import io.weir.dataplane.exchange.InterleavedWorld.Event;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import java.util.ArrayList;
import java.util.List;

/** Nodes that do all that the interfaces let them do, and check all that is done to them. */
final class FakeNodes implements NodeConnections {
  private static final NodeFailure[] BEFORE_A_STREAM = {
    NodeFailure.NOT_CONNECTED, NodeFailure.NO_RESOURCES, NodeFailure.OVERLOADED
  };

  private final InterleavedWorld world;
  private final FakeClient client;
  private final List<NodeListener> waiting = new ArrayList<>();
  private final List<FakeWay> ways = new ArrayList<>();

  FakeNodes(InterleavedWorld world, FakeClient client) {
    this.world = world;
    this.client = client;
  }

  @Override
  public void open(NodeListener listener, boolean fresh) {
    world.seen("node: open" + (fresh ? " fresh" : ""));
    waiting.add(listener);
    world.within(opening());
  }

  private List<Event> opening() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Event("node is there", 10, this::openNext),
        new Event(
            "node is not there",
            3,
            () -> {
              NodeFailure why = BEFORE_A_STREAM[world.below(BEFORE_A_STREAM.length)];
              waiting.removeFirst().failed(why, "no");
            }));
  }

  private void openNext() {
    NodeListener listener = waiting.removeFirst();
    FakeWay way = new FakeWay(world, client, ways.size(), listener);
    ways.add(way);
    listener.opened(way);
  }

  /** What nodes may do now. */
  List<Event> events() {
    List<Event> possible = new ArrayList<>(opening());
    ways.forEach(way -> possible.addAll(way.events()));
    return possible;
  }

  /** Opens what is still waited for: it must be given back at once. */
  void openLate() {
    while (!waiting.isEmpty()) {
      openNext();
      world.never(!ways.getLast().wasCancelled(), "a way that came late is kept");
    }
  }

  /** Ways that neither end nor were given back. */
  long left() {
    return ways.stream().filter(way -> !way.isOver()).count();
  }
}
