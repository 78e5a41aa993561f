/**
 * The proofs of the ledger: its Merkle tree follows the events, and somebody signs what it is now
 * and then.
 */
@NullMarked
package io.weir.ledger.proof;

import org.jspecify.annotations.NullMarked;
