/** What the tests of the whole projector share. */
@NullMarked
package io.weir.projector.kit;

import org.jspecify.annotations.NullMarked;
