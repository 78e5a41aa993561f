/** Takes requests from clients, sends each to a node of its upstream, and relays the answer. */
@NullMarked
package io.weir.dataplane.forward;

import org.jspecify.annotations.NullMarked;
