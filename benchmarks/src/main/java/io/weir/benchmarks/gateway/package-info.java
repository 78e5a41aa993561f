/** Weir beside other gateways: the same load, backends, cores and log, in the same run. */
@NullMarked
package io.weir.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
