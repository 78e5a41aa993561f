package io.weir.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of one view of schema {@code read}, built condition by condition. Its texts come from
 * code, its values never enter the SQL.
 */
public final class Select {
  private final String columns;
  private final String from;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private String order = "id";
  private boolean counted = true;

  private Select(String columns, String from) {
    this.columns = columns;
    this.from = from;
  }

  /** Starts a query of {@code columns} of {@code from}. */
  public static Select of(String columns, String from) {
    return new Select(columns, from);
  }

  /** Adds a condition with one {@code ?} for the value; none if the value is null. */
  public Select where(String condition, @Nullable Object value) {
    if (value != null) {
      values.add(value);
      conditions.add(condition.replace("?", "$" + values.size()));
    }
    return this;
  }

  /** Sets the order, which must be total. */
  public Select orderBy(String columns) {
    this.order = columns;
    return this;
  }

  /** Leaves the total out: counting a long history would cost more than reading a page of it. */
  public Select uncounted() {
    this.counted = false;
    return this;
  }

  /**
   * One statement, so that rows, total and position are of one moment; a row of nulls stands for an
   * empty page.
   */
  String pageSql(Page page) {
    return """
        select c.position as read_position, t.total as read_total, r.*
        from (select coalesce(max(position), 0) as position from read.checkpoint) c
        cross join (select %s as total) t
        left join (
          select row_number() over (order by %s) as read_row, %s %s order by %s limit %d offset %d
        ) r on true
        order by r.read_row"""
        .formatted(
            counted ? "(select count(*) " + source() + ")" : "null::bigint",
            order,
            columns,
            source(),
            order,
            page.limit(),
            page.offset());
  }

  private String source() {
    return "from "
        + from
        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
  }

  List<Object> values() {
    return values;
  }
}
