/** TLS to clients and to nodes, with certificates that are followed while they change. */
@NullMarked
package io.weir.dataplane.tls;

import org.jspecify.annotations.NullMarked;
