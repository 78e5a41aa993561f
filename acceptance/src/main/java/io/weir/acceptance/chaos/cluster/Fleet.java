package io.weir.acceptance.chaos.cluster;

import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.process.ServiceProcess;
import io.weir.stores.FileTree;
import io.weir.testing.Durability;
import io.weir.testing.EmbeddedKafka;
import io.weir.testing.EmbeddedPostgres;
import io.weir.testing.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All that runs, with a wire of its own to each thing that it connects to. */
final class Fleet implements AutoCloseable {
  private final Path home;
  private final Optional<Clocks> clocks;
  private final Wires wires = new Wires();

  /**
   * Commits are flushed: what is not may be lost with its process, and nobody would be to blame.
   */
  private final EmbeddedPostgres postgres;

  private final EmbeddedKafka kafka;
  private final String database;
  private final Map<Target, Part> parts = new EnumMap<>(Target.class);
  private final Map<Target, ServiceProcess> processes = new EnumMap<>(Target.class);
  private final Map<Target, URI> admins = new EnumMap<>(Target.class);

  /**
   * PostgreSQL and Kafka run, processes do not yet.
   *
   * @param home where processes keep files, and what they print
   * @param disks where PostgreSQL and Kafka keep their files, if on disks of their own
   */
  Fleet(Path home, Optional<Path> disks) {
    this.home = home;
    clocks = Clocks.installed().map(library -> new Clocks(library, home));
    kafka =
        disks
            .map(own -> SmallDisk.of(Target.KAFKA, own).data())
            .map(own -> EmbeddedKafka.launch(wires.layToKafka(), own))
            .orElseGet(() -> EmbeddedKafka.launch(wires.layToKafka()));
    postgres =
        disks
            .map(own -> SmallDisk.of(Target.POSTGRES, own).data())
            .map(own -> EmbeddedPostgres.launch(Durability.DURABLE, own))
            .orElseGet(() -> EmbeddedPostgres.launch(Durability.DURABLE));
    database = postgres.newDatabase();
    parts.put(Target.POSTGRES, Part.of(postgres));
    parts.put(Target.KAFKA, Part.of(kafka));
    Map<String, String> shared =
        Map.of(
            "WEIR_POSTGRES_HOST",
            postgres.host(),
            "WEIR_POSTGRES_DATABASE",
            database,
            "WEIR_POSTGRES_USER",
            postgres.user(),
            "WEIR_POSTGRES_PASSWORD",
            postgres.password(),
            "WEIR_ALLOW_LOCAL_NODES",
            "true",
            "WEIR_AUTH",
            "none");
    service(Target.INSTANCE_REGISTRY, "instance-registry", shared);
    service(Target.CONFIG_PROJECTOR, "config-projector", shared);
    for (Target control : Target.CONTROL_APIS) {
      int registry = process(Target.INSTANCE_REGISTRY).base().getPort();
      Map<String, String> own = new HashMap<>(shared);
      own.put(
          "WEIR_REGISTRY_URL",
          "http://127.0.0.1:" + wires.lay(control, Target.INSTANCE_REGISTRY, registry).port());
      service(control, "control-api", own);
      wires.lay(null, control, process(control).base().getPort());
    }
    Target.GATEWAYS.forEach(this::gateway);
  }

  private void service(Target target, String module, Map<String, String> shared) {
    Map<String, String> own = new HashMap<>(shared);
    int port = wires.lay(target, Target.POSTGRES, postgres.port()).port();
    own.put("WEIR_POSTGRES_PORT", Integer.toString(port));
    own.put("WEIR_KAFKA_BOOTSTRAP_SERVERS", kafkaOf(target));
    clocks.ifPresent(all -> own.putAll(all.environment(target)));
    add(target, ServiceProcess.service(module, target.toString(), own, home));
  }

  private void gateway(Target target) {
    int admin = FreePorts.next();
    admins.put(target, URI.create("http://127.0.0.1:" + admin));
    Map<String, String> own =
        new HashMap<>(
            Map.of(
                "WEIR_KAFKA_BOOTSTRAP_SERVERS", kafkaOf(target),
                "WEIR_REPLICA_ID", target.toString(),
                "WEIR_DATA_DIR", data(target).toString(),
                "WEIR_ALLOW_LOCAL_NODES", "true"));
    clocks.ifPresent(all -> own.putAll(all.environment(target)));
    add(target, ServiceProcess.gateway(target.toString(), admin, own, home));
  }

  private void add(Target target, ServiceProcess process) {
    processes.put(target, process);
    parts.put(target, Part.of(process));
  }

  private String kafkaOf(Target target) {
    return "127.0.0.1:" + wires.port(target, Target.KAFKA);
  }

  /** Starts the processes and waits until they are ready. */
  void start() throws InterruptedException {
    processes.values().forEach(ServiceProcess::start);
    for (ServiceProcess process : processes.values()) {
      process.awaitReady();
    }
  }

  /** The processes' own clocks, where they have some. */
  Optional<Clocks> clocks() {
    return clocks;
  }

  Wires wires() {
    return wires;
  }

  /** Everything that can be ended and started. */
  Map<Target, Part> parts() {
    return parts;
  }

  Part part(Target target) {
    return Objects.requireNonNull(parts.get(target), target::toString);
  }

  /** What is no store. */
  Map<Target, ServiceProcess> processes() {
    return processes;
  }

  ServiceProcess process(Target target) {
    return Objects.requireNonNull(processes.get(target), target::toString);
  }

  /** Where a gateway node tells of itself. */
  URI admin(Target gateway) {
    return Objects.requireNonNull(admins.get(gateway));
  }

  /** Where a gateway node keeps its snapshots. */
  Path data(Target gateway) {
    return home.resolve(gateway + "-data");
  }

  /** Uses up what PostgreSQL has put by for its log, past all wires. */
  void useUpLog(SmallDisk disk) {
    disk.useUpLog(postgres.jdbcUrl(database), postgres.user(), postgres.password());
  }

  /** Starts a store if it has ended by itself; says whether it had. */
  boolean revive(Target store) {
    return store == Target.KAFKA ? kafka.revive() : postgres.revive();
  }

  /** The relay's sessions, past all wires. */
  RelaySessions relaySessions() {
    return new RelaySessions(postgres.jdbcUrl(database), postgres.user(), postgres.password());
  }

  /** The ledger's topic, past all wires. */
  Topics topics() {
    return new Topics(kafka.bootstrapServers());
  }

  /** Ends everything at once; what processes printed stays. */
  @Override
  public void close() {
    processes.values().forEach(ServiceProcess::kill);
    wires.close();
    try (kafka;
        postgres) {
      for (Target gateway : Target.GATEWAYS) {
        FileTree.delete(data(gateway));
      }
    } catch (IOException leftBehind) {
      // the next run empties the folder
    }
  }
}
