package io.weir.projector.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final ReadTable TABLE =
      ReadTable.of(
          "t",
          List.of(
              Column.key("id", ColumnType.TEXT),
              Column.kept("since", ColumnType.BIGINT),
              Column.optional("document", ColumnType.JSON)),
          "(since)");
  private static final String REMEMBER =
      "with past as (insert into g.t_past (id, since, document, valid_from, valid_to)"
          + " select id, since, document, valid_from, %s::bigint from g.t where id = $1) ";
  private static final String DELETE = REMEMBER.formatted("$2") + "delete from g.t where id = $1";
  private static final String UPSERT =
      REMEMBER.formatted("$4")
          + "insert into g.t (id, since, document, valid_from)"
          + " values ($1, $2, $3::text::json, $4::bigint) on conflict (id) do update"
          + " set document = excluded.document, valid_from = excluded.valid_from";

  private record Step(String sql, List<List<Object>> parameters) {}

  private final Rows rows = new Rows();

  private List<Step> batches() {
    return rows.batches("g").stream()
        .map(batch -> new Step(batch.sql(), batch.parameters()))
        .toList();
  }

  @Test
  void writesOnlyTheLastOfSeveralValuesButKeepsTheFirstOfWhatIsKept() {
    rows.at(5);
    rows.put(TABLE, "a", 1L, "1");
    rows.put(TABLE, "a", 2L, null);
    assertThat(batches())
        .containsExactly(new Step(UPSERT, List.of(Arrays.asList("a", 1L, null, 5L))));
  }

  @Test
  void deletesARowThatCameAndWent() {
    rows.at(5);
    rows.put(TABLE, "a", 1L, "1");
    rows.delete(TABLE, "a");
    assertThat(batches()).containsExactly(new Step(DELETE, List.of(List.of("a", 5L))));
  }

  @Test
  void startsARowAnewThatWentAndCameBack() {
    rows.at(5);
    rows.delete(TABLE, "a");
    rows.put(TABLE, "a", 2L, "2");
    rows.put(TABLE, "a", 3L, "3");
    assertThat(batches())
        .containsExactly(
            new Step(DELETE, List.of(List.of("a", 5L))),
            new Step(UPSERT, List.of(List.of("a", 2L, "3", 5L))));
  }

  @Test
  void writesWhatEachOfSeveralCommandsLeft() {
    rows.at(5);
    rows.put(TABLE, "a", 1L, "1");
    rows.put(TABLE, "b", 1L, "1");
    rows.at(6);
    rows.put(TABLE, "a", 2L, "2");
    rows.at(7);
    rows.delete(TABLE, "a");
    assertThat(batches())
        .containsExactly(
            new Step(UPSERT, List.of(List.of("a", 1L, "1", 5L), List.of("b", 1L, "1", 5L))),
            new Step(UPSERT, List.of(List.of("a", 2L, "2", 6L))),
            new Step(DELETE, List.of(List.of("a", 7L))));
  }

  @Test
  void doesTheSameToManyRowsAtOnce() {
    rows.at(5);
    rows.put(TABLE, "a", 1L, "1");
    rows.delete(TABLE, "b");
    rows.put(TABLE, "b", 2L, null);
    rows.delete(TABLE, "c");
    List<Rows.Batch> batches = rows.batches("g");
    assertThat(batches.getFirst().allSql())
        .isEqualTo(
            "with u as (select * from unnest($1::text[], $2::bigint[]) as u(id, valid_from)),"
                + " past as (insert into g.t_past (id, since, document, valid_from, valid_to)"
                + " select t.id, t.since, t.document, t.valid_from, u.valid_from"
                + " from g.t t join u on t.id = u.id) delete from g.t t using u where t.id = u.id");
    assertThat(batches.getFirst().arrays())
        .containsExactly(new String[] {"b", "c"}, new Long[] {5L, 5L});
    assertThat(batches.getLast().allSql())
        .isEqualTo(
            "with u as (select * from unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[])"
                + " as u(id, since, document, valid_from)),"
                + " past as (insert into g.t_past (id, since, document, valid_from, valid_to)"
                + " select t.id, t.since, t.document, t.valid_from, u.valid_from"
                + " from g.t t join u on t.id = u.id)"
                + " insert into g.t (id, since, document, valid_from)"
                + " select u.id, u.since, u.document::json, u.valid_from from u"
                + " on conflict (id) do update"
                + " set document = excluded.document, valid_from = excluded.valid_from");
    assertThat(batches.getLast().arrays())
        .containsExactly(
            new String[] {"a", "b"},
            new Long[] {1L, 2L},
            new String[] {"1", null},
            new Long[] {5L, 5L});
  }

  @Test
  void handsListsOverAsTexts() {
    assertThat(
            (Object[])
                ColumnType.TEXT_ARRAY.array(
                    Arrays.asList(new String[] {"a", "", "b\"\\,}"}, new String[0], null)))
        .containsExactly("{\"a\",\"\",\"b\\\"\\\\,}\"}", "{}", null);
  }

  @Test
  void tellsATablesShape() {
    assertThat(TABLE.createSql("g"))
        .isEqualTo(
            """
            create table g.t (id text collate "C" not null, since bigint not null, document json, valid_from bigint not null, primary key (id));
            create index on g.t (since);
            create table g.t_past (id text collate "C" not null, since bigint not null, document json, valid_from bigint not null, valid_to bigint not null);
            create index on g.t_past using gist (int8range(valid_from, valid_to));
            """);
    assertThat(TABLE.createBareSql("g") + String.join("\n", TABLE.indexesSql("g")))
        .isEqualTo(
            """
            create table g.t (id text collate "C" not null, since bigint not null, document json, valid_from bigint not null, primary key (id));
            create table g.t_past (id text collate "C" not null, since bigint not null, document json, valid_from bigint not null, valid_to bigint not null);
            create index if not exists t_1 on g.t (since);
            create index if not exists t_2 on g.t_past using gist (int8range(valid_from, valid_to));\
            """);
    assertThat(TABLE.views("g"))
        .containsExactly(
            new ReadTable.Published("t", "select t.id, t.since, t.document from g.t t"),
            new ReadTable.Published(
                "t_ever",
                "select t.id, t.since, t.document, t.valid_from, null::bigint as valid_to from g.t"
                    + " t union all select t.id, t.since, t.document, t.valid_from, t.valid_to from"
                    + " g.t_past t"));
  }
}
