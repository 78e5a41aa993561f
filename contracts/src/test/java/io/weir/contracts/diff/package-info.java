@NullMarked
package io.weir.contracts.diff;

import org.jspecify.annotations.NullMarked;
