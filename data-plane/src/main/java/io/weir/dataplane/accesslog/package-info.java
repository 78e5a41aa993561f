/** The access log: encoded to bytes on the event loops, written by one thread. */
@NullMarked
package io.weir.dataplane.accesslog;

import org.jspecify.annotations.NullMarked;
