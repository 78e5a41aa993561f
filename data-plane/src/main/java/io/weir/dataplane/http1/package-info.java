/**
 * HTTP/1.1 on the wire (RFC 9112), read strictly: what could be understood in two ways is refused.
 */
@NullMarked
package io.weir.dataplane.http1;

import org.jspecify.annotations.NullMarked;
