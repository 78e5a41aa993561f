/** What the operator of a process says of how requests are forwarded. */
@NullMarked
package io.weir.dataplane.options;

import org.jspecify.annotations.NullMarked;
