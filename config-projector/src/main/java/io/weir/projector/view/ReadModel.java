package io.weir.projector.view;

import io.weir.contracts.log.Hash;
import java.util.List;

/** All views of this build. */
public final class ReadModel {
  private static final List<View> VIEWS =
      List.of(
          new UpstreamsView(),
          new AssociatedApisView(),
          new ServicesView(),
          new ApisView(),
          new ReleasesView(),
          new EnvironmentsView(),
          new VpcsView(),
          new NetworksView(),
          new LinksView(),
          new InstancesView(),
          new DomainsView(),
          new HistoryView());

  private ReadModel() {}

  /** The tables, one a view. */
  public static List<Table> tables() {
    return VIEWS.stream().map(View::table).toList();
  }

  /** Writes what a command changed into every view. */
  public static void write(Change change, Rows rows) {
    for (View view : VIEWS) {
      view.write(change, rows);
    }
  }

  /**
   * Names the tables' present shape: a generation of another shape cannot be written by this build.
   */
  public static String layout() {
    StringBuilder shape = new StringBuilder();
    for (Table table : tables()) {
      shape.append(table.createSql("s")).append(table.selectSql("s"));
    }
    return Hash.of(shape.toString()).hex();
  }
}
