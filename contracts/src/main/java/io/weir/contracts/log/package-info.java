/** Where and how a fact is recorded: position, provenance and the hash chain. */
@NullMarked
package io.weir.contracts.log;

import org.jspecify.annotations.NullMarked;
