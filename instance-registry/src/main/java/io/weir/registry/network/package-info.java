/** Cloud Connect Networks, and the links that attach VPCs to them. */
@NullMarked
package io.weir.registry.network;

import org.jspecify.annotations.NullMarked;
