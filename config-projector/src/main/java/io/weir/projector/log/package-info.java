/** The ledger topic as whole commands, with proof that none is missing. */
@NullMarked
package io.weir.projector.log;

import org.jspecify.annotations.NullMarked;
