/** What the whole module's tests say of it. */
@NullMarked
package io.weir.transparency;

import org.jspecify.annotations.NullMarked;
