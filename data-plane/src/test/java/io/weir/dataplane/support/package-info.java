/** What tests of the data plane share: a gateway without Kafka and a client that hides nothing. */
package io.weir.dataplane.support;
