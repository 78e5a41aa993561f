/** The words of the gateway as values that cannot be invalid. */
@NullMarked
package io.weir.contracts.value;

import org.jspecify.annotations.NullMarked;
