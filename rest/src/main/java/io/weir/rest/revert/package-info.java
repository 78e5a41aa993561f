/** Putting back what an event changed: one operation for events of all kinds. */
@NullMarked
package io.weir.rest.revert;

import org.jspecify.annotations.NullMarked;
