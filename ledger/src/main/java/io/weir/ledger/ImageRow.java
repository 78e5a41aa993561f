package io.weir.ledger;

import io.weir.contracts.log.Hash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ledger.image}. */
@Entity
@Immutable
@Table(schema = "ledger", name = "image")
@NullUnmarked
public class ImageRow {
  @Id long position;
  byte[] hash;
  byte[] content;
  byte[] streams;

  @Column(name = "made_at", insertable = false)
  Instant madeAt;

  StoredImage stored() {
    return new StoredImage(position, Hash.fromBytes(hash), content, streams);
  }
}
