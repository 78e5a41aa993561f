/**
 * Counters and histograms that an event loop writes without sharing, summed only when asked for.
 */
@NullMarked
package io.weir.dataplane.metrics;

import org.jspecify.annotations.NullMarked;
