/**
 * Recomputes a ledger from its first event, wherever it is read from, and says what is wrong first.
 */
@NullMarked
package io.weir.transparency.verify;

import org.jspecify.annotations.NullMarked;
