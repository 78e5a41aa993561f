package io.weir.projector.hash;

import io.weir.contracts.image.GatewayImage;
import io.weir.projector.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows when the ledger's database has less than what was read from the topic: it was restored from
 * an older backup.
 */
@ApplicationScoped
class LedgerEnd {
  private static final Logger LOG = Logger.getLogger(LedgerEnd.class);

  private static final String IS_HERE =
      "select to_regclass('ledger.ledger_head') is not null as here";
  private static final String END = "select position from ledger.ledger_head";

  private final Database database;
  private volatile @Nullable String ahead;

  LedgerEnd(Database database) {
    this.database = database;
  }

  /**
   * Compares an image, which must have been read before, with the end of the ledger, if that is in
   * this database.
   */
  void compare(GatewayImage image) {
    if (!database.query(IS_HERE).iterator().next().getBoolean("here")) {
      return;
    }
    long end = database.query(END).iterator().next().getLong("position");
    String words =
        end >= image.position()
            ? null
            : "ahead of the ledger: its database ends with event %d, event %d is applied here; it was"
                    .formatted(end, image.position())
                + " restored from an older backup";
    if (words != null && ahead == null) {
      LOG.error(words);
    }
    ahead = words;
  }

  /** What the image has and the ledger has not, in words, or null. */
  @Nullable String ahead() {
    return ahead;
  }
}
