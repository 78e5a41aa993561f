/** The ledger's tables over JDBC, for those that read alone and in order. */
@NullMarked
package io.weir.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
