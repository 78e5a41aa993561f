/** The append-only store: commands are decided one after another, and what they say is kept. */
@NullMarked
package io.weir.ledger;

import org.jspecify.annotations.NullMarked;
