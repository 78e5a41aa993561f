/** Requests that are sent on purpose, through a replica that somebody chose. */
@NullMarked
package io.weir.control.traffic.tries;

import org.jspecify.annotations.NullMarked;
