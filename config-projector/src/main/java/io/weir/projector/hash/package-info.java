/**
 * The hashes of this projector's images, for others to compare, and how they stand to the ledger.
 */
@NullMarked
package io.weir.projector.hash;

import org.jspecify.annotations.NullMarked;
