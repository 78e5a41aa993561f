/** The data-plane process: wires replica, routes, forwarding and the admin port together. */
@NullMarked
package io.weir.dataplane;

import org.jspecify.annotations.NullMarked;
