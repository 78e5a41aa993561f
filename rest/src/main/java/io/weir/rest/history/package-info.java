/** Lists of events: all of them, and those of the history of one object. */
@NullMarked
package io.weir.rest.history;

import org.jspecify.annotations.NullMarked;
