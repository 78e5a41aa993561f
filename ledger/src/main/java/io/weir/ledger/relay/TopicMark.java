package io.weir.ledger.relay;

import io.weir.contracts.log.Chain;
import org.apache.kafka.common.Uuid;

/**
 * What is proven of a topic: that from its first record on it holds the ledger without a gap.
 *
 * @param topic Kafka's id of it; one that is made anew has another
 * @param first the offset of its first record, or where that will be
 * @param next the offset after the last record that was looked at
 * @param end the last event before it
 */
record TopicMark(Uuid topic, long first, long next, Chain end) {}
