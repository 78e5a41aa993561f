/** The embedded Kafka broker's own JVM; nothing but its {@code main} is used from outside. */
@NullMarked
package io.weir.testing.kafkaserver;

import org.jspecify.annotations.NullMarked;
