/** What this service does of its own before it is ready. */
@NullMarked
package io.weir.registry.warm;

import org.jspecify.annotations.NullMarked;
