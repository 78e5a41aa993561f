/** Replicas: who is there, and how much of the ledger each has applied. */
@NullMarked
package io.weir.registry.replica;

import org.jspecify.annotations.NullMarked;
