/** The connections to nodes: names, addresses, TLS, and who waits for one. */
@NullMarked
package io.weir.dataplane.nodes;

import org.jspecify.annotations.NullMarked;
