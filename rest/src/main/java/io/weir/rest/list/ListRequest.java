package io.weir.rest.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.InvalidValueException;
import io.weir.ledger.Moment;
import io.weir.rest.Found;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Parameters;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request asks of a list, and the one statement that answers it. Not thread-safe. */
final class ListRequest {
  private static final Pattern COUNT = Pattern.compile("\\{count (\\w+) (\\w+)}");

  private final ListOf list;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final Map<String, Object> filtered = new HashMap<>();
  private final int limit;
  private final long offset;
  private final boolean counted;
  private final boolean whole;
  private final Order order;
  private final String question;
  private final Cursor.@Nullable Place after;
  private final Freshness freshness;
  private final @Nullable Moment moment;

  /**
   * Reads the query parameters.
   *
   * @param looked what there is of the moment that is asked for
   * @throws io.weir.contracts.content.InvalidContentException with every violation
   */
  ListRequest(ListOf list, UriInfo request, Fresh fresh, Looked looked) {
    this.list = list;
    this.moment = looked.moment();
    MultivaluedMap<String, String> given = request.getQueryParameters();
    Parameters parameters = new Parameters();
    parameters.known(given, list.parameters());
    StringBuilder question =
        new StringBuilder(list.relation()).append(' ').append(request.getPathParameters(true));
    if (moment != null) {
      values.add(moment.position());
      question.append("\nat=").append(moment.position());
    }
    list.filters()
        .forEach(
            (name, filter) -> {
              Object value = parameters.value(name, given.getFirst(name), filter.value());
              if (value != null) {
                if (!filter.recorded() && fresh.asksForThePast()) {
                  parameters.add(
                      Violation.parameter(
                          name, "cannot be given together with at: it is not recorded"));
                }
                where(filter.condition(), value);
                filtered.put(name, value);
                question.append('\n').append(name).append('=').append(value);
              }
            });
    Object words = parameters.value("q", given.getFirst("q"), Parameters::words);
    if (words != null) {
      String sought = words.toString().toLowerCase(Locale.ROOT);
      where("strpos(" + list.searched() + ", ?) > 0", sought);
      question.append("\nq=").append(sought);
    }
    order =
        Objects.requireNonNullElseGet(
            parameters.value("sort", given.getFirst("sort"), sort -> list.order(sort, sort)),
            () -> list.order(null, list.first()));
    this.question = question.append("\nsort=").append(order.text()).toString();
    whole = parameters.value("fields", given.getFirst("fields"), ListRequest::summary) == null;
    counted =
        Boolean.TRUE.equals(
            parameters.value("count", given.getFirst("count"), Parameters::yesOrNo));
    limit = parameters.limit(given.getFirst("limit"));
    offset = parameters.number("offset", given.getFirst("offset"), 0, Integer.MAX_VALUE, 0);
    after =
        parameters.value(
            "after", given.getFirst("after"), text -> Cursor.read(text, order, this.question));
    list.ranges().forEach((from, to) -> inOrder(from, to, parameters));
    if (given.containsKey("after") && given.containsKey("offset")) {
      parameters.add(Violation.parameter("offset", "cannot be given together with after"));
    }
    freshness = freshness(parameters, fresh, looked);
    parameters.end();
  }

  /** A range that ends before it begins holds nothing, and nobody means that. */
  private void inOrder(String from, String to, Parameters parameters) {
    Object begin = filtered.get(from);
    Object end = filtered.get(to);
    boolean backwards =
        begin instanceof OffsetDateTime earlier && end instanceof OffsetDateTime later
            ? earlier.isAfter(later)
            : begin instanceof Long low && end instanceof Long high && low > high;
    if (backwards) {
      parameters.add(Violation.parameter(to, "must not be before " + from));
    }
  }

  /** The past is read once the read model has got as far. */
  private Freshness freshness(Parameters parameters, Fresh fresh, Looked looked) {
    Freshness asked = parameters.freshness(fresh);
    if (!list.remembers()) {
      return asked;
    }
    parameters.at(fresh);
    if (looked.wrong() != null) {
      parameters.add(looked.wrong());
    }
    return moment == null ? asked : new Freshness(moment.position(), asked.waitMillis());
  }

  private static String summary(String text) {
    if (!text.equals("summary")) {
      throw new InvalidValueException("must be summary");
    }
    return text;
  }

  private void where(String condition, Object value) {
    values.add(value);
    conditions.add(condition.replace("?", "$" + values.size()));
  }

  /** Narrows the list to what belongs to its parent: conditions of the list, a value for each. */
  ListRequest in(List<String> parents, List<Object> of) {
    for (int i = 0; i < parents.size(); i++) {
      where(parents.get(i), of.get(i));
    }
    return this;
  }

  /** How fresh the answer must be. */
  Freshness freshness() {
    return freshness;
  }

  /** The position that the answer is of, if the read model is at this one. */
  long position(long present) {
    return moment == null ? present : moment.position();
  }

  /** How many items a page has at most. */
  int limit() {
    return limit;
  }

  /**
   * One statement, so that rows, total and position are of one moment; a row of nulls stands for an
   * empty page, and one row more than the page has says that there is another.
   */
  String sql() {
    String from = " from " + place() + " t";
    String where = where(conditions);
    List<String> place = new ArrayList<>(conditions);
    if (after != null) {
      place.add(order.after(values.size() + 1));
    }
    StringBuilder columns = new StringBuilder(order.columns());
    parts().forEach(part -> columns.append(resolved(part.columns())).append(", "));
    return """
    select c.position as read_position, c.ledger as read_ledger, %s as read_total, r.*
    from (select coalesce(max(position), 0) as position,
      coalesce(max(ledger_id::text), '') as ledger from %s) c
    left join (
      select %s row_number() over (order by %s) as read_row %s%s order by %s limit %d offset %d
    ) r on true
    order by r.read_row\
    """
        .formatted(
            counted ? "(select count(*)" + from + where + ")" : "null::bigint",
            list.checkpoint(),
            columns,
            order.orderBy(),
            from,
            where(place),
            order.orderBy(),
            limit + 1,
            offset);
  }

  private List<Part> parts() {
    return list.parts(whole, moment == null);
  }

  /** What the rows are of. */
  private String place() {
    ReadView view = list.view();
    return view == null ? list.relation() : place(view);
  }

  /** What stands for a view: itself, or what it was at the moment. */
  private String place(ReadView view) {
    return moment == null || !view.remembers() ? view.toString() : view.at("$1::bigint");
  }

  /** SQL in which {@link ListOf#view} stands for views, and {@link ListOf#count} for counts. */
  private String resolved(String text) {
    String sql = COUNT.matcher(text).replaceAll(this::counted);
    for (ReadView view : ReadView.values()) {
      sql = sql.replace(ListOf.view(view), place(view));
    }
    return sql;
  }

  /**
   * Of now, an index finds what belongs to each row. What there was at a moment is found by the
   * moment alone: once for all rows, not anew for each.
   */
  private String counted(MatchResult count) {
    ReadView other = ReadView.valueOf(count.group(1).toUpperCase(Locale.ROOT));
    String sql =
        moment == null
            ? "(select count(*)::int from %s o where o.%s = t.id)"
            : "coalesce(((select jsonb_object_agg(o.id, o.many) from (select o.%2$s as id, count(*) as many"
                + " from %1$s o where o.%2$s is not null group by o.%2$s) o) ->> t.id)::int, 0)";
    return Matcher.quoteReplacement(sql.formatted(ListOf.view(other), count.group(2)));
  }

  private String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " where " + resolved(String.join(" and ", conditions));
  }

  /** The parameters of {@link #sql}. */
  List<Object> values() {
    List<Object> all = new ArrayList<>(values);
    if (after != null) {
      all.addAll(after.keys());
    }
    return all;
  }

  /** A row as clients see it. */
  ObjectNode item(Row row) {
    ObjectNode item = Json.MAPPER.createObjectNode();
    parts().forEach(part -> part.show().accept(item, row));
    return item;
  }

  /**
   * Checks what was found to be of the ledger that the cursor is of.
   *
   * @throws io.weir.contracts.content.InvalidContentException if it is another
   */
  void check(Found found) {
    if (after != null && !after.ledger().equals(found.ledger())) {
      throw new InvalidContentException(
          List.of(Violation.parameter("after", "is a cursor of another ledger")));
    }
  }

  /** The cursor of the place after a row. */
  String after(Row row, Found found) {
    return Cursor.after(row, order, question, found.ledger());
  }
}
