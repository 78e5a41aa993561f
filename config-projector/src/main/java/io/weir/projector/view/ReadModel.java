package io.weir.projector.view;

import io.weir.contracts.log.Hash;
import java.util.List;

/** All views of this build. */
public final class ReadModel {
  private static final List<View> VIEWS =
      List.of(
          Kinds.UPSTREAMS,
          new AssociatedApisView(),
          Kinds.SERVICES,
          new ApisView(),
          new ReleasesView(),
          new EnvironmentsView(),
          Kinds.VPCS,
          Kinds.NETWORKS,
          new LinksView(),
          Kinds.INSTANCES,
          Kinds.DOMAINS,
          Kinds.KEYS,
          new HistoryView());

  private ReadModel() {}

  /** The tables, one a view. */
  public static List<ReadTable> tables() {
    return VIEWS.stream().map(View::table).toList();
  }

  /** Writes what a command changed into every view. */
  public static void write(Change change, Rows rows) {
    rows.at(change.commit().position());
    for (View view : VIEWS) {
      view.write(change, rows);
    }
  }

  /**
   * Names the present shape of the tables and of the documents in them: a generation of another
   * shape cannot be written by this build.
   */
  public static String layout() {
    StringBuilder shape = new StringBuilder();
    for (ReadTable table : tables()) {
      shape.append(table.createSql("s")).append(table.views("s"));
    }
    shape.append(DocumentShape.text());
    return Hash.of(shape.toString()).hex();
  }
}
