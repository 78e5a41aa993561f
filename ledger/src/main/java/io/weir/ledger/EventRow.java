package io.weir.ledger;

import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/**
 * A row of {@code ledger.event}, for reading; Hibernate fills it, and cannot extend what it does
 * not see.
 */
@Entity
@Immutable
@Table(schema = "ledger", name = "event")
@NullUnmarked
public class EventRow {
  @Id long position;
  String stream;
  long version;
  long commit_start;
  int commit_size;
  UUID id;
  String type;
  String data;
  String[] subjects;
  String actor;
  String reason;
  UUID command_id;
  String correlation;
  Instant recorded_at;
  byte[] prev_hash;
  byte[] hash;

  Recorded recorded(UUID ledgerId) {
    var envelope =
        new Envelope(
            ledgerId,
            position,
            stream,
            version,
            commit_start,
            commit_size,
            id,
            type,
            List.of(subjects),
            actor,
            reason,
            command_id,
            correlation,
            recorded_at,
            Hash.fromBytes(prev_hash));
    return new Recorded(envelope, data, Hash.fromBytes(hash));
  }
}
