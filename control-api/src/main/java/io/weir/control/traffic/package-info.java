/** What replicas tell of the requests they serve, and requests that are sent through them. */
@NullMarked
package io.weir.control.traffic;

import org.jspecify.annotations.NullMarked;
