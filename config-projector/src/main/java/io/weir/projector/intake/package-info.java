/** The live path: from the ledger topic into the active generation, for ever. */
@NullMarked
package io.weir.projector.intake;

import org.jspecify.annotations.NullMarked;
