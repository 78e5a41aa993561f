/** What a management service does when the clock of its machine is set. */
@NullMarked
package io.weir.guard.clock;

import org.jspecify.annotations.NullMarked;
