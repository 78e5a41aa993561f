/** The history of the configuration, event by event. */
@NullMarked
package io.weir.control.audit;

import org.jspecify.annotations.NullMarked;
