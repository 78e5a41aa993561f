/** The fold and the tables written from it, kept in step. */
@NullMarked
package io.weir.projector.projection;

import org.jspecify.annotations.NullMarked;
