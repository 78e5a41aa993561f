package io.weir.registry.replica;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.read.ReadView;
import io.weir.rest.ReadModel;
import io.weir.rest.ReplicaSql;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;

/** What the replicas last said about themselves; what one has not said is left out. */
final class Replicas {
  private static final String LIVE = ReplicaSql.live("t.last_seen_at");

  private static final String UNHEALTHY =
      "(select count(*)::int from %s h where h.replica = t.replica_id and h.state = 'UNHEALTHY')"
              .formatted(ReadView.NODE_HEALTH)
          + " as unhealthy_nodes";

  /**
   * For how long the oldest event that it has not applied has been recorded. What one that is not
   * live has applied by now nobody knows.
   */
  private static final String LAG =
      "case when t.position is not null and %s then %s end as lag_millis"
          .formatted(LIVE, ReplicaSql.lagMillis("t"));

  /** A replica reads the topic alone, and cannot know that the database has less. */
  private static final String LEDGER_END =
      "(select position from ledger.ledger_head) as ledger_end";

  private Replicas() {}

  /** The list of all replicas. */
  static ListOf list() {
    return ListOf.rows(ReadView.REPLICA, "id", KeyType.TEXT, "replica_id collate \"C\"")
        .order("id")
        .either("live", LIVE)
        .searching("lower(concat_ws(E'\\n', t.replica_id, t.address, t.admin_address))")
        .with(
            "replica_id, instance, state, t.document ->> 'reason' as reason, position,"
                + " last_seen_at, "
                + LEDGER_END
                + ", "
                + LIVE
                + " as live, "
                + LAG,
            Replicas::replica)
        .whole("address, admin_address, " + UNHEALTHY, Replicas::more);
  }

  private static void replica(ObjectNode replica, Row row) {
    replica.put("replicaId", row.getString("replica_id"));
    for (String said : new String[] {"instance", "state", "reason"}) {
      if (row.getString(said) != null) {
        replica.put(said, row.getString(said));
      }
    }
    Long position = row.getLong("position");
    if (position != null) {
      replica.put("position", position);
      long end = row.getLong("ledger_end");
      if (position > end && !replica.has("reason")) {
        replica.put("reason", ahead(position, end));
      }
    }
    if (row.getLong("lag_millis") != null) {
      replica.put("lagMillis", row.getLong("lag_millis"));
    }
    replica.put("lastSeenAt", ReadModel.time(row, "last_seen_at"));
    replica.put("live", row.getBoolean("live"));
  }

  private static String ahead(long position, long end) {
    return "ahead of the ledger: its database ends with event %d, this replica has applied event %d"
        .formatted(end, position);
  }

  private static void more(ObjectNode replica, Row row) {
    if (row.getString("address") != null) {
      replica.put("address", row.getString("address"));
    }
    if (row.getString("admin_address") != null) {
      replica.put("adminAddress", row.getString("admin_address"));
    }
    replica.put("unhealthyNodes", row.getInteger("unhealthy_nodes"));
  }
}
