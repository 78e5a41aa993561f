package io.weir.acceptance.chaos;

import io.weir.acceptance.chaos.cluster.Cluster;
import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.ProvenLedger;
import io.weir.acceptance.chaos.history.Recording;
import io.weir.acceptance.chaos.history.Sighting;
import io.weir.acceptance.chaos.load.BackEnds;
import io.weir.acceptance.chaos.load.Caller;
import io.weir.acceptance.chaos.load.Client;
import io.weir.acceptance.chaos.load.GatewayWatch;
import io.weir.acceptance.chaos.load.Management;
import io.weir.acceptance.chaos.load.Scene;
import io.weir.transparency.verify.UnsoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Everybody who uses the cluster during a run, and what they record. */
final class Load implements AutoCloseable {
  private static final Duration FIRST_CALL = Duration.ofMinutes(2);
  private static final int JOIN_SECONDS = 180;
  private static final int END_SECONDS = 30;

  private final Recording recording = new Recording();
  private final List<Client> clients = new ArrayList<>();
  private final List<Thread> clientThreads = new ArrayList<>();
  private final List<Thread> others = new ArrayList<>();
  private final List<Caller> callers = new ArrayList<>();
  private final List<GatewayWatch> watches = new ArrayList<>();
  private final Cluster cluster;
  private final BackEnds backEnds;
  private final Management management;
  private final Scene scene;

  /** Sets the scene and waits until both gateway nodes serve it; nobody acts yet. */
  Load(Cluster cluster, ChaosOptions options) throws InterruptedException {
    this.cluster = cluster;
    backEnds = new BackEnds(options.seed());
    management = new Management(cluster.management());
    scene = Scene.set(management, recording, backEnds.ports(), options.seed());
    for (Target gateway : Target.GATEWAYS) {
      callers.add(new Caller(gateway, cluster.traffic(gateway), scene, recording));
      watches.add(
          new GatewayWatch(
              gateway, cluster.admin(gateway), () -> cluster.starts(gateway), recording));
    }
    for (int i = 0; i < options.clients(); i++) {
      clients.add(new Client(i, options.seed(), management, recording, scene, backEnds.ports()));
    }
    awaitFirstCalls();
  }

  private void awaitFirstCalls() throws InterruptedException {
    long limit = System.nanoTime() + FIRST_CALL.toNanos();
    for (Caller caller : callers) {
      while (!caller.call().good()) {
        if (System.nanoTime() - limit > 0) {
          throw new IllegalStateException("the API is not served: " + caller.call());
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  /** Everybody begins. */
  void start() {
    clients.forEach(client -> clientThreads.add(Thread.ofVirtual().start(client)));
    callers.forEach(caller -> others.add(Thread.ofVirtual().start(caller)));
    watches.forEach(watch -> others.add(Thread.ofVirtual().start(watch)));
    others.add(Thread.ofVirtual().start(backEnds));
  }

  /** Clients finish what they are at; traffic goes on. */
  void stopClients() throws InterruptedException {
    clients.forEach(Client::stop);
    for (Thread thread : clientThreads) {
      thread.join(Duration.ofSeconds(JOIN_SECONDS));
    }
  }

  Management management() {
    return management;
  }

  Recording recording() {
    return recording;
  }

  Scene scene() {
    return scene;
  }

  List<Caller> callers() {
    return List.copyOf(callers);
  }

  List<GatewayWatch> watches() {
    return List.copyOf(watches);
  }

  /**
   * What was recorded so far, beside the ledger as it is now.
   *
   * @throws UnsoundException if the ledger is no ledger
   */
  Evidence evidence() throws IOException, UnsoundException, InterruptedException {
    List<Sighting> sightings = recording.sightings();
    long cutoff = System.nanoTime();
    ProvenLedger ledger = export();
    return new Evidence(
        recording.operations(),
        scene.initial(),
        ledger,
        sightings,
        recording.calls(),
        cluster.outages(),
        recording.odd(),
        cutoff);
  }

  private ProvenLedger export() throws IOException, UnsoundException, InterruptedException {
    IOException last = new IOException("nobody exports the ledger");
    for (int turn = 0; turn < 20; turn++) {
      try (InputStream export = management.export(turn % management.size())) {
        return ProvenLedger.read(export);
      } catch (IOException e) {
        last = e;
        TimeUnit.SECONDS.sleep(1);
      }
    }
    throw last;
  }

  @Override
  public void close() throws InterruptedException {
    clients.forEach(Client::stop);
    callers.forEach(Caller::stop);
    watches.forEach(GatewayWatch::stop);
    backEnds.stop();
    others.addAll(clientThreads);
    others.forEach(Thread::interrupt);
    management.close();
    for (Thread thread : others) {
      thread.join(Duration.ofSeconds(END_SECONDS));
    }
    backEnds.close();
  }
}
