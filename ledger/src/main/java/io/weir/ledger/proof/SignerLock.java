package io.weir.ledger.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The advisory lock that one signer per database holds, as long as its connection lives. */
final class SignerLock {
  /** "weis" in ASCII. */
  private static final long KEY = 0x77656973L;

  private static final String HOLDER =
      "select coalesce(host(holder.client_addr), 'the host of the database')"
          + " from pg_locks lock join pg_stat_activity holder using (pid)"
          + " where lock.locktype = 'advisory' and lock.granted and lock.objsubid = 1"
          + " and lock.database = (select oid from pg_database where datname = current_database())"
          + " and lock.classid = 0 and lock.objid = "
          + KEY;

  private SignerLock() {}

  static boolean take(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** The address of whoever has it; null if nobody does. */
  static @Nullable String holder(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HOLDER)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
