package io.weir.dataplane.replica;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.GatewayImage;
import io.weir.dataplane.witness.CheckpointReader;
import io.weir.dataplane.witness.Witness;
import io.weir.dataplane.witness.WitnessReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A copy of the configuration that is kept up to date from Kafka and published as it changes. */
public final class LedgerCopy implements ConfigurationCopy {
  private static final System.Logger LOG = System.getLogger(LedgerCopy.class.getName());

  private final ReplicaIdentity identity;
  private final Supplier<Findings> findings;
  private final Clock clock;
  private final SnapshotStore store;
  private final CopyLoader loader;
  private final TopicReader reader;
  private final SnapshotWriter writer;
  private final ImageHasher hasher;
  private final ReplicaReporter reporter;
  private final @Nullable Witness witness;
  private final @Nullable CheckpointReader checkpoints;
  private final Duration snapshotEvery;

  /**
   * Where a replica reads and keeps its copy, and reports its state.
   *
   * @param grace how long Kafka must be away before a restored snapshot makes the replica ready
   * @param snapshotEvery how often a changed image is saved
   */
  public record Options(
      String bootstrapServers,
      String ledgerTopic,
      String replicasTopic,
      Path dataDirectory,
      Duration grace,
      Duration snapshotEvery) {
    /** With the usual topic of reports, and how often a snapshot is usually saved. */
    public static Options of(
        String bootstrapServers, String ledgerTopic, Path dataDirectory, Duration grace) {
      return new Options(
          bootstrapServers,
          ledgerTopic,
          "weir.replicas",
          dataDirectory,
          grace,
          Duration.ofSeconds(10));
    }
  }

  /**
   * A copy that has not begun to read.
   *
   * @param findings what it reports besides of what it uses
   */
  public LedgerCopy(
      Options options,
      ReplicaIdentity identity,
      ImagePublisher publisher,
      Clock clock,
      Supplier<Findings> findings) {
    this.findings = findings;
    this.identity = identity;
    this.clock = clock;
    snapshotEvery = options.snapshotEvery();
    store = new SnapshotStore(options.dataDirectory());
    loader = new CopyLoader(publisher, this::changed, clock, options.grace());
    Witness own = witness(options.dataDirectory(), identity.replicaId(), clock);
    witness = own;
    reader = new TopicReader(options.bootstrapServers(), options.ledgerTopic(), loader, own);
    checkpoints =
        own == null
            ? null
            : new CheckpointReader(options.bootstrapServers(), own, loader::image, this::changed);
    writer = new SnapshotWriter(store, loader::image);
    hasher = new ImageHasher(loader::image, this::changed);
    reporter =
        new ReplicaReporter(
            options.bootstrapServers(),
            options.replicasTopic(),
            identity.replicaId(),
            this::report);
  }

  /** Without a key there is no witness, and traffic is served nevertheless. */
  private static @Nullable Witness witness(Path directory, String name, Clock clock) {
    try {
      return Witness.in(directory, name, clock);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "nothing is cosigned: " + e.getMessage());
      return null;
    }
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
    if (checkpoints != null) {
      checkpoints.start();
    }
    hasher.start();
    reporter.start();
  }

  /** Stops reading, saves the last image and withdraws the report. */
  @Override
  public void stop() {
    reader.stop();
    hasher.stop();
    writer.stop();
    if (checkpoints != null) {
      checkpoints.stop();
    }
    reporter.stop();
  }

  @Override
  public void renewClients() {
    reader.renew();
    if (checkpoints != null) {
      checkpoints.renew();
    }
    reporter.renew();
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
  public @Nullable WitnessReport witness() {
    return witness == null ? null : witness.report();
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
        hasher.newestFirst(),
        findings.get(),
        witness());
  }
}
