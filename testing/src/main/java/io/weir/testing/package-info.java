/**
 * What tests of every module share: PostgreSQL and Kafka to run against, and ways to break them.
 */
@NullMarked
package io.weir.testing;

import org.jspecify.annotations.NullMarked;
