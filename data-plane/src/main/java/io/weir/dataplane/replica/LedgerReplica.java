package io.weir.dataplane.replica;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.GatewayImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A copy of the configuration that is kept up to date from Kafka and published as it changes. */
public final class LedgerReplica implements Replica {
  private final NodeIdentity identity;
  private final Supplier<Map<String, Map<String, String>>> nodeHealth;
  private final Clock clock;
  private final SnapshotStore store;
  private final ReplicaLoader loader;
  private final LedgerReader reader;
  private final SnapshotWriter writer;
  private final ReplicaReporter reporter;
  private final Duration snapshotEvery;

  /**
   * Where a replica reads, keeps and reports its state.
   *
   * @param grace how long Kafka must be away before a restored snapshot makes the node ready
   * @param snapshotEvery how often a changed image is saved
   */
  public record Options(
      String bootstrapServers,
      String ledgerTopic,
      String replicasTopic,
      Path dataDirectory,
      Duration grace,
      Duration snapshotEvery) {
    /** The usual topics and times. */
    public static Options of(String bootstrapServers, Path dataDirectory, Duration grace) {
      return new Options(
          bootstrapServers,
          "weir.ledger",
          "weir.replicas",
          dataDirectory,
          grace,
          Duration.ofSeconds(10));
    }
  }

  /**
   * A replica that has not begun to read.
   *
   * @param nodeHealth what it reports of the health of nodes, by upstream and {@code address:port}
   */
  public LedgerReplica(
      Options options,
      NodeIdentity identity,
      ImagePublisher publisher,
      Clock clock,
      Supplier<Map<String, Map<String, String>>> nodeHealth) {
    this.nodeHealth = nodeHealth;
    this.identity = identity;
    this.clock = clock;
    snapshotEvery = options.snapshotEvery();
    store = new SnapshotStore(options.dataDirectory());
    loader = new ReplicaLoader(publisher, this::changed, clock, options.grace());
    reader = new LedgerReader(options.bootstrapServers(), options.ledgerTopic(), loader);
    writer = new SnapshotWriter(store, loader::image);
    reporter =
        new ReplicaReporter(
            options.bootstrapServers(), options.replicasTopic(), identity.nodeId(), this::report);
  }

  @Override
  public void changed() {
    reporter.changed();
  }

  /** Restores the last snapshot, if any, and begins to read. */
  @Override
  public void start() {
    store.load().ifPresent(loader::restore);
    reader.start();
    writer.start(snapshotEvery);
    reporter.start();
  }

  /** Stops reading, saves the last image and withdraws the report. */
  @Override
  public void stop() {
    reader.stop();
    writer.stop();
    reporter.stop();
  }

  @Override
  public ReplicaState state() {
    return loader.state();
  }

  @Override
  public boolean ready() {
    return loader.ready();
  }

  @Override
  public @Nullable GatewayImage image() {
    return loader.image();
  }

  @Override
  public long lag() {
    return reader.lag();
  }

  @Override
  public JsonNode describe() {
    return Json.MAPPER.valueToTree(report());
  }

  private ReplicaReport report() {
    return ReplicaReport.of(
        identity,
        loader.state(),
        loader.provenance(),
        loader.ready(),
        reader.lag(),
        clock.instant(),
        nodeHealth.get());
  }
}
