/** The present image as a file, for readers that have none. */
@NullMarked
package io.weir.projector.snapshot;

import org.jspecify.annotations.NullMarked;
