/** Proves that the ledger is what it was when it was written. */
@NullMarked
package io.weir.ledger.verify;

import org.jspecify.annotations.NullMarked;
