/** Tests of the ledger against real servers, several processes and kills included. */
@NullMarked
package io.weir.ledger;

import org.jspecify.annotations.NullMarked;
