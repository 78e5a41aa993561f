package io.weir.ledger;

import io.weir.contracts.log.Hash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** Of a row of {@code ledger.command}, what recognises a request that is made again. */
@Entity
@Immutable
@Table(schema = "ledger", name = "command")
@NullUnmarked
public class CommandRow {
  @Id UUID id;
  String outcome;
  String scope;

  @Column(name = "idempotency_key")
  String idempotencyKey;

  @Column(name = "request_hash")
  byte[] requestHash;

  String answer;
  long position;

  StoredAnswer.Key storedKey() {
    return new StoredAnswer.Key(scope, idempotencyKey);
  }

  StoredAnswer storedAnswer() {
    return new StoredAnswer(Hash.fromBytes(requestHash), Rows.answer(answer), position);
  }
}
