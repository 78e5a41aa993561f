/** API keys: made, shown once, listed, revoked; the first one of an administrator, and expiry. */
@NullMarked
package io.weir.control.key;

import org.jspecify.annotations.NullMarked;
