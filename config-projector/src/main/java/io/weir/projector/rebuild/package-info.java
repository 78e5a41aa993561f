/** A new generation of the read model, made from the first event on beside the live one. */
@NullMarked
package io.weir.projector.rebuild;

import org.jspecify.annotations.NullMarked;
