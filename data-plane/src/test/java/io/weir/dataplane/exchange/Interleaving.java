package io.weir.dataplane.exchange;

import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.exchange.InterleavedWorld.Event;
import io.weir.dataplane.exchange.InterleavedWorld.Violation;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.route.Routes;
import io.weir.dataplane.trace.RequestTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One request with everything around it drawn by a seed: what client and nodes do, in which order,
 * what of it within calls, and when alarms ring. Afterwards all are silent, and time passes. One
 * thread.
 */
final class Interleaving implements Observer {
  /** After which everything is to have ended, in rounds of {@link #PAUSE_NANOS}. */
  private static final int MOST_ROUNDS = 200;

  private static final long PAUSE_NANOS = 1_200_000;
  private static final String[] METHODS = {"GET", "GET", "PUT", "POST", "HEAD"};

  private final InterleavedWorld world;
  private final int steps;
  private final ManualLoop loop = new ManualLoop();
  private final Routes routes;
  private final Forwarder forwarder;
  private final FakeClient client;
  private final FakeNodes nodes;
  private int began;
  private @Nullable Finished finished;

  /**
   * A request to be played.
   *
   * @param host names the service; {@code path} an API of it with a timeout of a few milliseconds
   */
  Interleaving(
      long seed, int steps, Routes routes, ForwardOptions options, String host, String path) {
    world = new InterleavedWorld(seed);
    this.steps = steps;
    this.routes = routes;
    client = new FakeClient(world, loop, head(host, path));
    nodes = new FakeNodes(world, client);
    forwarder = new Forwarder(loop, 0, options, routes, _ -> nodes, this, new AtomicBoolean());
  }

  private RequestHead head(String host, String path) {
    String method = METHODS[world.below(METHODS.length)];
    boolean mayHaveBody = method.equals("PUT") || method.equals("POST");
    long length = 0;
    if (mayHaveBody && world.chance(85)) {
      length = world.chance(50) ? RequestHead.UNKNOWN : 1 + world.below(150_000);
    }
    boolean expects = length != 0 && world.chance(25);
    String upgrade = method.equals("GET") && world.chance(25) ? "x" : null;
    return new RequestHead(
        Version.HTTP_1_1, method, path, host, new Headers(), length, expects, upgrade);
  }

  /** Plays it to its end; what breaks a rule is a {@link Violation}. */
  void play() {
    forwarder.handle(client);
    for (int i = 0; i < steps; i++) {
      if (!world.happen(events())) {
        break;
      }
    }
    world.calm();
    world.seen("silence");
    for (int i = 0; i < MOST_ROUNDS && finished == null; i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      ringAll();
    }
    world.never(finished == null, "no end though all are silent");
    checkTheEnd();
  }

  private List<Event> events() {
    List<Event> possible = new ArrayList<>(client.events());
    possible.addAll(nodes.events());
    if (loop.waiting() > 0) {
      possible.add(new Event("an alarm rings", 3, () -> loop.run(world.below(loop.waiting()))));
      possible.add(
          new Event(
              "an alarm rings after a while",
              1,
              () -> {
                LockSupport.parkNanos(PAUSE_NANOS);
                loop.run(world.below(loop.waiting()));
              }));
    }
    return possible;
  }

  private void ringAll() {
    for (int left = loop.waiting(); left > 0 && loop.waiting() > 0; left--) {
      loop.run(0);
    }
  }

  private void checkTheEnd() {
    Finished end = finished;
    world.never(began != 1, "it began " + began + " times");
    world.never(!client.isOver(), "it is over, and the client waits");
    world.never(
        end != null && end.failure() == Failure.INTERNAL_ERROR, "a defect of the gateway was met");
    nodes.openLate();
    ringAll();
    world.never(loop.waiting() > 0, loop.waiting() + " alarms are left");
    world.never(nodes.left() > 0, nodes.left() + " ways to nodes are left");
    world.never(world.leaked() > 0, world.leaked() + " buffers are left");
    for (LiveNode node : routes.current().upstreams().getFirst().picker().nodes()) {
      world.never(node.requestsActive() != 0, "a node is taken for busy");
    }
  }

  @Override
  public @Nullable RequestTrace began(RequestHead head) {
    began++;
    return null;
  }

  @Override
  public void ended(Finished request) {
    world.seen("over: " + request.status() + " " + request.failure());
    world.never(finished != null, "it ended twice");
    finished = request;
  }

  /** The first rule that was broken, or null. */
  @Nullable String violated() {
    return world.violated();
  }

  List<String> log() {
    return world.log();
  }

  Finished finished() {
    Finished end = finished;
    if (end == null) {
      throw new IllegalStateException("it is not over");
    }
    return end;
  }

  boolean wasTunnel() {
    return client.isTunnel();
  }

  boolean wasAborted() {
    return client.wasAborted();
  }
}
