/** PostgreSQL and Kafka of one machine, run as child processes. */
@NullMarked
package io.weir.stores;

import org.jspecify.annotations.NullMarked;
