/** What is said: every fact the ledger can hold, as sealed records. */
@NullMarked
package io.weir.contracts.event;

import org.jspecify.annotations.NullMarked;
