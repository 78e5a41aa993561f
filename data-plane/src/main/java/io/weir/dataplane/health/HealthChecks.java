package io.weir.dataplane.health;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.weir.contracts.value.HealthChecker;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.nodes.NodeConnector;
import io.weir.dataplane.nodes.NodeNetwork;
import io.weir.dataplane.route.RouteTable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Probes every node of every upstream with active checks that this process may send requests to,
 * each node once however many routes lead to it, and lets time pass for all upstreams ({@link
 * UpstreamPool#tick}). At most {@value #MAX_IN_FLIGHT} probes are under way, half of them of nodes
 * that last gave no answer; if that is too few for the nodes there are, they are asked less often
 * than they should be. To be deployed once, on an event loop that serves no traffic: a Vert.x of
 * its own.
 */
public final class HealthChecks extends VerticleBase {
  /** How many probes may be under way. */
  public static final int MAX_IN_FLIGHT = 64;

  private static final int MAX_SILENT_IN_FLIGHT = MAX_IN_FLIGHT / 2;
  private static final long BEAT_MILLIS = 100;
  private static final int BEATS_PER_TICK = 5;

  private final Supplier<RouteTable> routes;
  private final NodeNetwork network;
  private final UsedUpstreams used = new UsedUpstreams();
  private final SplittableRandom random = new SplittableRandom();
  private final PriorityQueue<Target> waiting = new PriorityQueue<>();
  private final PriorityQueue<Target> silent = new PriorityQueue<>();
  private final Map<Target, Probe> inFlight = new IdentityHashMap<>();
  private int silentInFlight;
  private Map<LiveNode, Target> targets = new IdentityHashMap<>();
  private List<UpstreamPool> pools = List.of();
  private @Nullable RouteTable known;
  private @Nullable NodeConnector connector;
  private int beats;
  private boolean starting;

  /**
   * Probes what the table that {@code routes} gives demands, whichever that is at the time.
   *
   * @param network how requests reach nodes: a probe answers for their way
   */
  public HealthChecks(Supplier<RouteTable> routes, NodeNetwork network) {
    this.routes = routes;
    this.network = network;
  }

  @Override
  public Future<?> start() {
    connector =
        network.on(
            ((ContextInternal) context).nettyEventLoop(),
            ((VertxInternal) vertx).transport().channelFactory(false));
    vertx.setPeriodic(BEAT_MILLIS, _ -> beat());
    return Future.succeededFuture();
  }

  private void beat() {
    long now = System.nanoTime();
    if (beats++ % BEATS_PER_TICK == 0) {
      follow(routes.get(), now);
      for (UpstreamPool pool : pools) {
        pool.tick(now);
      }
    }
    startDue(now);
  }

  private void follow(RouteTable table, long now) {
    if (table != known) {
      known = table;
      pools = table.upstreams();
      reconcile(table, now);
    }
  }

  /** Probes what the table wants probed, keeps the pace of what stays, drops the rest. */
  private void reconcile(RouteTable table, long now) {
    Map<LiveNode, Target> wanted = new IdentityHashMap<>();
    for (UpstreamPool pool : used.of(table)) {
      HealthChecker checker = pool.settings().healthChecker();
      if (checker != null && checker.enableActiveCheck()) {
        for (LiveNode node : pool.picker().nodes()) {
          Target old = targets.get(node);
          wanted.put(
              node,
              old != null && old.isPaced(checker)
                  ? old
                  : new Target(pool, node, checker, now, random));
        }
      }
    }
    boolean dropped = false;
    // a probe that is abandoned makes room for another, which is to be begun when this is done
    starting = true;
    for (Target old : targets.values()) {
      if (wanted.get(old.node()) != old) {
        old.drop();
        dropped = true;
        Probe running = inFlight.get(old);
        if (running != null) {
          running.abandon();
        }
      }
    }
    starting = false;
    if (dropped) {
      waiting.removeIf(Target::dropped);
      silent.removeIf(Target::dropped);
    }
    for (Target target : wanted.values()) {
      if (targets.get(target.node()) != target) {
        waiting.add(target);
      }
    }
    targets = wanted;
  }

  private void startDue(long now) {
    if (starting) {
      // a probe that ended at once: the loop below goes on
      return;
    }
    starting = true;
    while (inFlight.size() < MAX_IN_FLIGHT) {
      Target next = nextDue(now);
      if (next == null) {
        break;
      }
      next.begins(now, random);
      start(next);
    }
    starting = false;
  }

  /** Those that did not answer in time wait where they cannot keep the others from being asked. */
  private @Nullable Target nextDue(long now) {
    Target next = waiting.peek();
    if (next != null && next.isDue(now)) {
      return waiting.remove();
    }
    Target mute = silent.peek();
    return mute != null && mute.isDue(now) && silentInFlight < MAX_SILENT_IN_FLIGHT
        ? silent.remove()
        : null;
  }

  private void start(Target target) {
    HealthChecker checker = target.checker();
    NodeConnector connect = connector;
    if (checker == null || connect == null) {
      waiting.add(target);
      return;
    }
    Probe probe = new Probe(connect, target.node(), checker, () -> over(target));
    inFlight.put(target, probe);
    silentInFlight += target.silent() ? 1 : 0;
    probe.start();
  }

  private void over(Target target) {
    Probe probe = inFlight.remove(target);
    silentInFlight -= target.silent() ? 1 : 0;
    target.silent(probe != null && probe.wasSilent());
    if (!target.dropped()) {
      (target.silent() ? silent : waiting).add(target);
    }
    startDue(System.nanoTime());
  }
}
