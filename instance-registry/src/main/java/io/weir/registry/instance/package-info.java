/** Dedicated instances: the groups of replicas that services run on. */
@NullMarked
package io.weir.registry.instance;

import org.jspecify.annotations.NullMarked;
