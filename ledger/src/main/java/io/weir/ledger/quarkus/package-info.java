/** The ledger as beans of a Quarkus service, and where its settings come from. */
@NullMarked
package io.weir.ledger.quarkus;

import org.jspecify.annotations.NullMarked;
