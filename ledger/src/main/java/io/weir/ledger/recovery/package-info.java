/** Puts back into the database what it has lost and the topic still has. */
@NullMarked
package io.weir.ledger.recovery;

import org.jspecify.annotations.NullMarked;
