/** Releases and the environments that answer with them: commands, representation and resource. */
@NullMarked
package io.weir.control.release;

import org.jspecify.annotations.NullMarked;
