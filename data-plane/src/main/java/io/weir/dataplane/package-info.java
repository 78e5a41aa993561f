/**
 * A replica: wires its copy of the configuration, routes, forwarding and the admin port together.
 */
@NullMarked
package io.weir.dataplane;

import org.jspecify.annotations.NullMarked;
