/** The files of the web console. */
@NullMarked
package io.weir.control.console;

import org.jspecify.annotations.NullMarked;
