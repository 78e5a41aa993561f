/**
 * The projector's own tables in PostgreSQL: generations of the read model, their checkpoints,
 * snapshots.
 */
@NullMarked
package io.weir.projector.store;

import org.jspecify.annotations.NullMarked;
