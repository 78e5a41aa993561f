/** Measures what users wait for and what requests cost; nothing here is asserted in a test. */
@NullMarked
package io.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
