/** Tables of good and bad input for every kind of value. */
@NullMarked
package io.weir.contracts.value;

import org.jspecify.annotations.NullMarked;
