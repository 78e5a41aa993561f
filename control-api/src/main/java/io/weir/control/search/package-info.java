/** Finds objects of any kind by what they are called. */
@NullMarked
package io.weir.control.search;

import org.jspecify.annotations.NullMarked;
