/** Facts as bytes and back: JSON text, event type names and CloudEvents headers. */
@NullMarked
package io.weir.contracts.codec;

import org.jspecify.annotations.NullMarked;
