/** A ledger of any length, and what services make of it. */
@NullMarked
package io.weir.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
