/** Dedicated instances: the groups of data-plane nodes that services run on. */
@NullMarked
package io.weir.registry.instance;

import org.jspecify.annotations.NullMarked;
