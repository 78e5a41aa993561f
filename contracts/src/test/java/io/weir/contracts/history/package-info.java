/**
 * Histories a ledger could hold, made from a seed: for the tests of every module that reads one.
 */
@NullMarked
package io.weir.contracts.history;

import org.jspecify.annotations.NullMarked;
