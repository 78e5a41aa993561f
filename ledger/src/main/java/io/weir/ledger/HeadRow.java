package io.weir.ledger;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** The one row of {@code ledger.ledger_head}. */
@Entity
@Immutable
@Table(schema = "ledger", name = "ledger_head")
@NullUnmarked
public class HeadRow {
  @Id boolean singleton;

  @Column(name = "ledger_id")
  UUID ledgerId;

  long position;
  byte[] hash;

  @Column(name = "recorded_at")
  Instant recordedAt;

  /**
   * The database's time when the row was asked for, or got if the head moved meanwhile; not before
   * that of the last event.
   */
  @Formula("greatest(clock_timestamp(), recorded_at)")
  Instant now;

  Chain chain() {
    return new Chain(ledgerId, position, Hash.fromBytes(hash));
  }

  Head head() {
    return new Head(chain(), now.truncatedTo(ChronoUnit.MICROS));
  }
}
