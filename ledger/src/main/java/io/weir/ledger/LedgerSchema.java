package io.weir.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the ledger, schema {@code ledger} of a PostgreSQL 15 or newer. */
public final class LedgerSchema {
  /** Where the migrations are on the class path. */
  public static final String LOCATION = "db/ledger";

  private LedgerSchema() {}

  /** Creates the tables or brings them up to date; any number of processes may do so at once. */
  public static void migrate(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:" + LOCATION)
        .schemas("ledger")
        .load()
        .migrate();
  }
}
