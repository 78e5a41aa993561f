/** Load on an HTTP server: closed-loop for throughput, open-loop for honest latencies. */
@NullMarked
package io.weir.benchmarks.load;

import org.jspecify.annotations.NullMarked;
