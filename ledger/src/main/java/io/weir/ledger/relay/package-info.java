/** Copies the ledger to Kafka: in order, at least once, without gaps. */
@NullMarked
package io.weir.ledger.relay;

import org.jspecify.annotations.NullMarked;
