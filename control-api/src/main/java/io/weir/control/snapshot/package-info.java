/** The whole configuration as a file, for replicas that run without Kafka. */
@NullMarked
package io.weir.control.snapshot;

import org.jspecify.annotations.NullMarked;
