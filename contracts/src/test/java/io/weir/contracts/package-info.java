/** The rules of the whole module. */
@NullMarked
package io.weir.contracts;

import org.jspecify.annotations.NullMarked;
