/**
 * Makes snapshot files for a node that runs without Kafka: from a running Weir, or from YAML that
 * people write.
 */
@NullMarked
package io.weir.dataplane.snapshot;

import org.jspecify.annotations.NullMarked;
