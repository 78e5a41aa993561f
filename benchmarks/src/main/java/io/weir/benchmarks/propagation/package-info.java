/** How long a write takes until every replica serves it. */
@NullMarked
package io.weir.benchmarks.propagation;

import org.jspecify.annotations.NullMarked;
