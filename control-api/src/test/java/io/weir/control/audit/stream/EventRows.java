package io.weir.control.audit.stream;

import io.weir.testing.ReadModelTables;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Rows of events that are made by hand. */
final class EventRows {
  private EventRows() {}

  /** As a projector does: the events and how far they go, at once. */
  static void insert(DataSource database, long first, long last) throws SQLException {
    execute(
        database,
        """
        begin;
        insert into read_g1.event (position, stream, version, type, subjects, concerns, actor, command_id,
          correlation, recorded_at, hash, data, changes, search)
        select p, 'vpc/vpc-aaaaaaaa', p, 'vpc.created.v1', '{}', '{}', 'tester', gen_random_uuid(), 'test', now(),
          repeat('0', 64), '{}', '[]', '' from generate_series(%d, %d) p;
        %s; commit\
        """
            .formatted(first, last, ReadModelTables.atSql(last)));
  }

  static void execute(DataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
