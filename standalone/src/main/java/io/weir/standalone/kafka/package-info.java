/** An embedded Kafka: one broker that is its own controller, in a JVM of its own. */
@NullMarked
package io.weir.standalone.kafka;

import org.jspecify.annotations.NullMarked;
