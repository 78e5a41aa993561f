package io.weir.dataplane.balance;

import org.jspecify.annotations.Nullable;

/**
 * What a node is taken for, with why and since when.
 *
 * @param cause which failure was the last to make it unhealthy or to leave it so; null unless it is
 * @param since when it came to be taken for that, ISO 8601
 */
public record NodeFinding(NodeHealth.State state, @Nullable String cause, String since) {}
