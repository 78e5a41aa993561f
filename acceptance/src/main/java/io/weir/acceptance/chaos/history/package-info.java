/**
 * What a run records: what clients asked and heard, what gateway nodes said, what the ledger has.
 */
@NullMarked
package io.weir.acceptance.chaos.history;

import org.jspecify.annotations.NullMarked;
