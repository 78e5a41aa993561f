/**
 * This replica's copy of the configuration: read from the ledger topic, kept over outages of Kafka
 * and restarts; or read from one file, without Kafka.
 */
@NullMarked
package io.weir.dataplane.replica;

import org.jspecify.annotations.NullMarked;
