package io.weir.registry.replica;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * A data-plane node as clients see it; what it has not said of itself is null.
 *
 * @param instance the id of the dedicated instance it serves, or {@code *} for every one
 * @param state of its replica of the ledger, in its own words
 * @param reason why it is stuck, in its own words; null if it is not
 * @param position of the last event it has applied
 * @param lastSeenAt when it last said so, ISO 8601 in UTC
 * @param live whether that is less than {@value DataPlaneNodes#LIVE_SECONDS} seconds ago
 * @param unhealthyNodes how many nodes of upstreams it finds unfit for requests; 0 if it is not
 *     live
 */
public record DataPlaneNodeView(
    String nodeId,
    @Nullable String instance,
    @Nullable String state,
    @Nullable String reason,
    @Nullable Long position,
    @Nullable String address,
    @Nullable String adminAddress,
    String lastSeenAt,
    boolean live,
    int unhealthyNodes) {
  static DataPlaneNodeView of(Row row) {
    return new DataPlaneNodeView(
        row.getString("node_id"),
        row.getString("instance"),
        row.getString("state"),
        row.getString("reason"),
        row.getLong("position"),
        row.getString("address"),
        row.getString("admin_address"),
        row.getOffsetDateTime("last_seen_at").toInstant().toString(),
        row.getBoolean("live"),
        row.getInteger("unhealthy_nodes"));
  }
}
