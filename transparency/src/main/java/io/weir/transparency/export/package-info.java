/** A ledger as a file: a line for each event, and all that verifying it needs. */
@NullMarked
package io.weir.transparency.export;

import org.jspecify.annotations.NullMarked;
