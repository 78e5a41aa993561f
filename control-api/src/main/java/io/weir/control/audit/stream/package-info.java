/** Events as they happen, told to whoever stays connected. */
@NullMarked
package io.weir.control.audit.stream;

import org.jspecify.annotations.NullMarked;
