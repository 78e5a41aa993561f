/** What this service does of its own before it is ready. */
@NullMarked
package io.weir.control.warm;

import org.jspecify.annotations.NullMarked;
