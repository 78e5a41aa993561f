package io.weir.dataplane.replica;

import java.time.Instant;

/**
 * Who this replica is, as it reports itself.
 *
 * @param instance the instance it serves, or {@code *}
 * @param address where clients reach it, {@code host:port}
 * @param adminAddress where its health and metrics are, {@code host:port}
 */
public record ReplicaIdentity(
    String replicaId, String instance, String address, String adminAddress, Instant startedAt) {}
