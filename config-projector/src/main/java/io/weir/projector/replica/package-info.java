/** What replicas say of themselves, as rows. */
@NullMarked
package io.weir.projector.replica;

import org.jspecify.annotations.NullMarked;
