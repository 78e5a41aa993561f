/**
 * This process as a witness of the ledger: it remembers what it read, cosigns checkpoints that fit,
 * and is loud about one that does not.
 */
@NullMarked
package io.weir.dataplane.witness;

import org.jspecify.annotations.NullMarked;
