/** The requests that were kept, and the events that made their routes. */
@NullMarked
package io.weir.control.traffic.request;

import org.jspecify.annotations.NullMarked;
