/** What is told of finished requests: counts, access log and traces. */
@NullMarked
package io.weir.dataplane.telemetry;

import org.jspecify.annotations.NullMarked;
