/** What of a message travels on to the next hop, and what is added to it. */
@NullMarked
package io.weir.dataplane.rewrite;

import org.jspecify.annotations.NullMarked;
