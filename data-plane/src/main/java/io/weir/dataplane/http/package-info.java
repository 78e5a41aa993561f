/** What HTTP is in every version: heads, headers, and the two streams a request travels on. */
@NullMarked
package io.weir.dataplane.http;

import org.jspecify.annotations.NullMarked;
