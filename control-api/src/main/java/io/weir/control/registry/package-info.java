/** One management origin: what instance-registry answers is answered here too. */
@NullMarked
package io.weir.control.registry;

import org.jspecify.annotations.NullMarked;
