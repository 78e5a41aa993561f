/** The command line: one class a verb. */
@NullMarked
package io.weir.standalone;

import org.jspecify.annotations.NullMarked;
