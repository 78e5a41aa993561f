package io.weir.ledger;

import io.weir.contracts.log.Hash;

/** What is known of an idempotency key: the request it belongs to and what that was told. */
record StoredAnswer(Hash requestHash, Answer answer, long position) {
  /** A key within its scope. */
  record Key(String scope, String key) {
    static Key of(Idempotency idempotency) {
      return new Key(idempotency.scope(), idempotency.key());
    }
  }

  Outcome tell(Idempotency idempotency) {
    return requestHash.equals(idempotency.requestHash())
        ? new Outcome.Committed(answer, position, true)
        : new Outcome.KeyReused();
  }
}
