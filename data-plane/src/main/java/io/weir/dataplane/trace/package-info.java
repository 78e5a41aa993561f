/** Traces of requests and their attempts, in the terms of W3C Trace Context and OpenTelemetry. */
@NullMarked
package io.weir.dataplane.trace;

import org.jspecify.annotations.NullMarked;
