/** What stands in each table of the read model, as a pure function of one command's events. */
@NullMarked
package io.weir.projector.view;

import org.jspecify.annotations.NullMarked;
