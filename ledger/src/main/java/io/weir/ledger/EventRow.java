package io.weir.ledger;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import jakarta.persistence.Column;
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

  @Column(name = "commit_start")
  long commitStart;

  @Column(name = "commit_size")
  int commitSize;

  UUID id;
  String type;
  String data;
  String[] subjects;
  String actor;
  String authentication;
  String reason;

  @Column(name = "command_id")
  UUID commandId;

  String correlation;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Column(name = "prev_hash")
  byte[] prevHash;

  byte[] hash;

  Recorded recorded(UUID ledgerId) {
    var envelope =
        new Envelope(
            ledgerId,
            position,
            stream,
            version,
            commitStart,
            commitSize,
            id,
            type,
            List.of(subjects),
            actor,
            authentication == null ? null : new Authentication(authentication),
            reason,
            commandId,
            correlation,
            recordedAt,
            Hash.fromBytes(prevHash));
    return new Recorded(envelope, data, Hash.fromBytes(hash));
  }
}
