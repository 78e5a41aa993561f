/**
 * Sample events, and a ledger in memory that numbers, chains and publishes them like the real one.
 */
@NullMarked
package io.weir.testing.event;

import org.jspecify.annotations.NullMarked;
