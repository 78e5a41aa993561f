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

  Chain chain() {
    return new Chain(ledgerId, position, Hash.fromBytes(hash));
  }

  /** The head, if the row was read with the present instead of the time of the last event. */
  Head now() {
    return new Head(chain(), recordedAt.truncatedTo(ChronoUnit.MICROS));
  }
}
