/** A whole Weir of processes, each reached over wires of its own, all of which can be harmed. */
@NullMarked
package io.weir.acceptance.chaos.cluster;

import org.jspecify.annotations.NullMarked;
