/** HTTP/2 (RFC 9113) with clients and with nodes, over the model of package http. */
@NullMarked
package io.weir.dataplane.http2;

import org.jspecify.annotations.NullMarked;
