/** What is different between two contents of an object, or between two configurations. */
@NullMarked
package io.weir.contracts.diff;

import org.jspecify.annotations.NullMarked;
