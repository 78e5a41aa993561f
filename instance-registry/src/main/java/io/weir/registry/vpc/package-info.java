/** VPCs: the private networks that instances and upstreams live in. */
@NullMarked
package io.weir.registry.vpc;

import org.jspecify.annotations.NullMarked;
