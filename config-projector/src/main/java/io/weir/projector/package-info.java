/** Turns the ledger topic into read models, rebuilds them, and hands out snapshots. */
@NullMarked
package io.weir.projector;

import org.jspecify.annotations.NullMarked;
