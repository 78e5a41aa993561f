/** Puts back from the topic what the ledger's database has lost. */
@NullMarked
package io.weir.control.recovery;

import org.jspecify.annotations.NullMarked;
