/** How many requests there were, by minute. */
@NullMarked
package io.weir.control.traffic.minute;

import org.jspecify.annotations.NullMarked;
