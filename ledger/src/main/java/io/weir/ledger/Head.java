package io.weir.ledger;

import io.weir.contracts.log.Chain;
import java.time.Instant;

/**
 * The end of the ledger.
 *
 * @param now the database's time, not before that of the last event; microseconds
 */
record Head(Chain chain, Instant now) {}
