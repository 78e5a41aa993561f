/** Keeps what was refused of writes, bounded in rate, size and time. */
@NullMarked
package io.weir.rest.attempt;

import org.jspecify.annotations.NullMarked;
