/** The ports that clients connect to. */
@NullMarked
package io.weir.dataplane.server;

import org.jspecify.annotations.NullMarked;
