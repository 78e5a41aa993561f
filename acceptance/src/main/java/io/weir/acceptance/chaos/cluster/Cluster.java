package io.weir.acceptance.chaos.cluster;

import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.fault.Victim;
import io.weir.acceptance.chaos.fault.Wire;
import io.weir.acceptance.chaos.history.Outages;
import io.weir.acceptance.process.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Two control-apis, instance-registry, config-projector and two gateway nodes on one PostgreSQL and
 * one Kafka. A process that ends by itself is started again, as an operator's supervisor would.
 */
public final class Cluster implements Victim, AutoCloseable {
  private static final int WATCH_MILLIS = 100;
  private static final List<Target> STORES = List.of(Target.POSTGRES, Target.KAFKA);

  private final Fleet fleet;
  private final Optional<Path> disks;
  private final Consumer<String> told;
  private final Outages outages = new Outages();

  /** What is down or frozen because of a fault; its own monitor guards it and the outages. */
  private final Set<Target> harmed = EnumSet.noneOf(Target.class);

  private final Thread watch = Thread.ofPlatform().daemon().name("watch").unstarted(this::watch);
  private volatile Target relayWas = Target.CONTROL_API_0;
  private volatile boolean closing;

  private Cluster(Fleet fleet, Optional<Path> disks, Consumer<String> told) {
    this.fleet = fleet;
    this.disks = disks;
    this.told = told;
  }

  /**
   * Starts all of it and waits until it is ready.
   *
   * @param home where processes keep files, and what they print
   * @param disks where PostgreSQL and Kafka keep their files, if on disks of their own
   * @param told what happens that nobody did
   */
  public static Cluster start(Path home, Optional<Path> disks, Consumer<String> told)
      throws InterruptedException {
    Fleet fleet = new Fleet(home, disks);
    try {
      fleet.start();
    } catch (RuntimeException | InterruptedException e) {
      fleet.close();
      throw e;
    }
    Cluster cluster = new Cluster(fleet, disks, told);
    cluster.watch.start();
    return cluster;
  }

  /** Where clients of management connect. */
  public List<URI> management() {
    return Target.CONTROL_APIS.stream()
        .map(control -> URI.create("http://127.0.0.1:" + fleet.wires().port(null, control)))
        .toList();
  }

  /** Where traffic through a gateway node goes. */
  public URI traffic(Target gateway) {
    return fleet.process(gateway).base();
  }

  /** Where a gateway node tells of itself. */
  public URI admin(Target gateway) {
    return fleet.admin(gateway);
  }

  /** How often a process was started. */
  public int starts(Target target) {
    return fleet.process(target).starts();
  }

  /** When gateway nodes could not be expected to answer. */
  public Outages outages() {
    return outages;
  }

  /** The parts that do not say that they are ready. */
  public List<Target> unready() {
    return fleet.parts().entrySet().stream()
        .filter(part -> !part.getValue().isReady())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void kill(Target target) {
    fleet.part(harm(target)).kill().run();
  }

  @Override
  public void stop(Target target) {
    fleet.part(harm(target)).stop().run();
  }

  @Override
  public void start(Target target) {
    Target which = target == Target.RELAY ? relayWas : target;
    fleet.part(which).start().run();
    healed(which);
  }

  @Override
  public void freeze(Target target) {
    fleet.part(harm(target)).freeze().run();
  }

  @Override
  public void thaw(Target target) {
    Target which = target == Target.RELAY ? relayWas : target;
    fleet.part(which).thaw().run();
    healed(which);
  }

  /** Which part is meant now; traffic through a gateway node is not judged from here on. */
  private Target harm(Target target) {
    Target which = target;
    if (target == Target.RELAY) {
      which = relay();
      relayWas = which;
      told.accept("the relay is in " + which);
    }
    synchronized (harmed) {
      harmed.add(which);
      if (which.isGateway()) {
        outages.begin(which, System.nanoTime());
      }
    }
    return which;
  }

  private void healed(Target target) {
    synchronized (harmed) {
      harmed.remove(target);
    }
  }

  private boolean isHarmed(Target target) {
    synchronized (harmed) {
      return harmed.contains(target);
    }
  }

  @Override
  public Target relay() {
    return fleet
        .relaySessions()
        .clientPort()
        .flatMap(
            port ->
                Target.RELAYS.stream()
                    .filter(one -> fleet.wires().get(new Wire(one, Target.POSTGRES)).leads(port))
                    .findFirst())
        .orElse(Target.CONTROL_API_0);
  }

  @Override
  public void cut(Wire wire) {
    fleet.wires().get(wire).cut();
  }

  @Override
  public void silence(Wire wire) {
    fleet.wires().get(wire).freeze();
  }

  @Override
  public void slow(Wire wire, Duration delay) {
    fleet.wires().get(wire).slow(delay);
  }

  @Override
  public void mend(Wire wire) {
    fleet.wires().get(wire).resume();
  }

  @Override
  public void deleteTopic() {
    if (!fleet.topics().delete()) {
      told.accept("Kafka is away or has no topic weir.ledger: nothing was deleted");
    }
  }

  @Override
  public void endRelaySession() {
    fleet.relaySessions().end();
  }

  @Override
  public void corruptSnapshots(Target gateway, boolean all) {
    Snapshots.corrupt(fleet.data(gateway), all);
  }

  @Override
  public void fillDisk(Target store, boolean log) {
    SmallDisk disk = SmallDisk.of(store, disks.orElseThrow());
    synchronized (harmed) {
      harmed.add(store);
    }
    disk.fill();
    if (log) {
      fleet.useUpLog(disk);
    }
  }

  @Override
  public void freeDisk(Target store) {
    SmallDisk.of(store, disks.orElseThrow()).free();
    revive(store);
    healed(store);
  }

  private void revive(Target store) {
    if (fleet.revive(store)) {
      told.accept(store + " had ended by itself and was started again");
    }
  }

  @Override
  public void setClock(Target target, int seconds) {
    fleet.clocks().orElseThrow().set(target, seconds);
  }

  private void watch() {
    try {
      while (!closing) {
        fleet.processes().forEach(this::restart);
        // who is just ending for want of room has not ended when there is room again
        STORES.stream().filter(store -> !isHarmed(store)).forEach(this::revive);
        for (Target gateway : Target.GATEWAYS) {
          if (outages.isOpen(gateway) && fleet.process(gateway).isReady()) {
            endOutage(gateway);
          }
        }
        TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endOutage(Target gateway) {
    synchronized (harmed) {
      if (!harmed.contains(gateway)) {
        outages.end(gateway, System.nanoTime());
      }
    }
  }

  private void restart(Target target, ServiceProcess process) {
    Integer code = process.endedByItself();
    if (code != null && !closing && !isHarmed(target)) {
      told.accept("%s ended by itself with %d and is started again".formatted(target, code));
      process.forget();
      process.start();
    }
  }

  @Override
  public void close() {
    closing = true;
    watch.interrupt();
    fleet.close();
  }
}
