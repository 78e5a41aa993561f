/** Asks the nodes of upstreams with active checks how they are, and tells what is known of all. */
@NullMarked
package io.weir.dataplane.health;

import org.jspecify.annotations.NullMarked;
