package io.weir.projector.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Table TABLE =
      Table.of(
          "t",
          List.of(
              Column.key("id", ColumnType.TEXT),
              Column.computed("size", ColumnType.INT, "(select 1 from {schema}.u)"),
              Column.kept("since", ColumnType.BIGINT),
              Column.optional("document", ColumnType.JSON)),
          "(since)");
  private static final String DELETE = "delete from g.t where id = $1";
  private static final String UPSERT =
      "insert into g.t (id, since, document) values ($1, $2, $3::text::json)"
          + " on conflict (id) do update set document = excluded.document";

  private final Rows rows = new Rows();

  @Test
  void writesOnlyTheLastOfSeveralValuesButKeepsTheFirstOfWhatIsKept() {
    rows.put(TABLE, "a", 1L, "1");
    rows.put(TABLE, "a", 2L, null);
    assertThat(rows.batches("g"))
        .containsExactly(new Rows.Batch(UPSERT, List.of(Arrays.asList("a", 1L, null))));
  }

  @Test
  void deletesARowThatCameAndWent() {
    rows.put(TABLE, "a", 1L, "1");
    rows.delete(TABLE, "a");
    assertThat(rows.batches("g")).containsExactly(new Rows.Batch(DELETE, List.of(List.of("a"))));
  }

  @Test
  void startsARowAnewThatWentAndCameBack() {
    rows.delete(TABLE, "a");
    rows.put(TABLE, "a", 2L, "2");
    rows.put(TABLE, "a", 3L, "3");
    assertThat(rows.batches("g"))
        .containsExactly(
            new Rows.Batch(DELETE, List.of(List.of("a"))),
            new Rows.Batch(UPSERT, List.of(List.of("a", 2L, "3"))));
  }

  @Test
  void tellsATablesShape() {
    assertThat(TABLE.createSql("g"))
        .isEqualTo(
            """
            create table g.t (id text not null, since bigint not null, document json, primary key (id));
            create index on g.t (since);
            """);
    assertThat(TABLE.selectSql("g"))
        .isEqualTo("select t.id, (select 1 from g.u) as size, t.since, t.document from g.t t");
  }
}
