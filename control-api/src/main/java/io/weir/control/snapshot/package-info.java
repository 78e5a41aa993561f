/** The whole configuration as a file, for data-plane nodes that run without Kafka. */
@NullMarked
package io.weir.control.snapshot;

import org.jspecify.annotations.NullMarked;
