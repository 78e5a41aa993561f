/** The Merkle tree over a ledger's events, RFC 6962 section 2: roots, proofs, tiles. */
@NullMarked
package io.weir.transparency.tree;

import org.jspecify.annotations.NullMarked;
