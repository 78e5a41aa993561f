package io.weir.projector.intake;

import io.weir.contracts.image.Snapshot;
import io.weir.projector.store.Checkpoint;
import io.weir.projector.store.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores a snapshot of the image every so many events, to begin with after a restart. One thread.
 */
@ApplicationScoped
class SnapshotKeeper {
  private static final Logger LOG = Logger.getLogger(SnapshotKeeper.class);

  private final Snapshots snapshots;
  private final long every;
  private long kept;

  SnapshotKeeper(Snapshots snapshots, @ConfigProperty(name = "weir.snapshot.every") long every) {
    this.snapshots = snapshots;
    this.every = every;
  }

  /** The newest snapshot that is not ahead of the tables, or null. */
  @Nullable Snapshot load(Checkpoint tables) {
    Snapshot found = tables.ledgerId() == null ? null : snapshots.before(tables).orElse(null);
    kept = position(found);
    return found;
  }

  /** Takes note of a new image, and stores it if it is time. */
  void applied(@Nullable Snapshot now) {
    if (position(now) - kept >= every) {
      save(now);
    }
  }

  /** Stores an image that is not stored yet. */
  void save(@Nullable Snapshot now) {
    if (now == null || now.image().position() == kept) {
      return;
    }
    try {
      snapshots.save(now);
      kept = now.image().position();
    } catch (RuntimeException e) {
      // A snapshot only saves time at the next start.
      LOG.warnf("No snapshot was saved: %s", e.getMessage());
    }
  }

  private static long position(@Nullable Snapshot snapshot) {
    return snapshot == null ? 0 : snapshot.image().position();
  }
}
