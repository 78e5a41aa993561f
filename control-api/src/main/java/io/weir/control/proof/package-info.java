/** What the ledger proves: checkpoints, tiles, proofs, keys, and what witnesses say. */
@NullMarked
package io.weir.control.proof;

import org.jspecify.annotations.NullMarked;
