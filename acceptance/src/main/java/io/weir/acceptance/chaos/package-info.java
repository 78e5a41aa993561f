/**
 * Chaos: a whole Weir under continuous writes and traffic, harmed by a schedule of faults that a
 * seed makes, and judged by what was recorded.
 */
@NullMarked
package io.weir.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
