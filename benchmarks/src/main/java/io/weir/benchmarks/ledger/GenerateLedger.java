package io.weir.benchmarks.ledger;

import java.sql.Connection;
import java.sql.DriverManager;

/**
 * Fills the ledger of a database that services have prepared and nobody uses yet.
 *
 * <p>Usage: {@code GenerateLedger JDBC-URL [events] [APIs]}; 1,000,000 events and 10,000 APIs
 * unless said. User and password are in the URL.
 */
public final class GenerateLedger {
  private GenerateLedger() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    long events = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000;
    int apis = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;
    long start = System.nanoTime();
    try (Connection database = DriverManager.getConnection(args[0])) {
      var ledger = LedgerFill.ledger(database, events, apis);
      long written = LedgerFill.write(database, ledger);
      System.out.printf(
          "%d events, the last with hash %s, in %.1f s%n",
          written, ledger.chain().hash(), (System.nanoTime() - start) / 1e9);
    }
  }
}
