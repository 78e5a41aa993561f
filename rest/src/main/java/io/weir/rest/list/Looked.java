package io.weir.rest.list;

import io.weir.contracts.content.Violation;
import io.weir.ledger.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What became of looking up the moment a request asks for.
 *
 * @param moment null if it asks for none, or for one that there is not
 * @param wrong null unless there is none
 */
record Looked(@Nullable Moment moment, @Nullable Violation wrong) {
  /** No moment is asked for. */
  static final Looked NOW = new Looked(null, null);
}
