package io.weir.rest;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one moment.
 *
 * @param total how many there are on all pages; null if they were not counted
 * @param position of the last event the tables knew of
 * @param ledger the id of the ledger they are made of; empty before its first event
 */
public record Found(List<Row> rows, @Nullable Long total, long position, String ledger) {
  public Found {
    rows = List.copyOf(rows);
  }
}
