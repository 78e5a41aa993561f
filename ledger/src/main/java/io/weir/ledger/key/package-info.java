/** Commands about API keys: made, used for the first time, expired, revoked. */
@NullMarked
package io.weir.ledger.key;

import org.jspecify.annotations.NullMarked;
