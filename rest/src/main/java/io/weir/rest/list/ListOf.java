package io.weir.rest.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Name;
import io.weir.rest.Parameters;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list can be asked and what it shows. Its texts come from code, the values of a request
 * never enter the SQL. Complete once its methods have been called; shared by all requests then.
 */
public final class ListOf {
  /** What every list can be asked. */
  private static final List<String> COMMON =
      List.of("limit", "after", "offset", "sort", "fields", "count", "min_position", "wait_ms");

  private final @Nullable ReadView view;
  private final String relation;
  private final String checkpoint;
  private final List<Order.Key> rowKeys;
  private final Map<String, Filter> filters = new LinkedHashMap<>();
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private String first = "";
  private @Nullable String searched;
  private final Map<String, String> ranges = new LinkedHashMap<>();
  private @Nullable Within parent;

  private ListOf(
      @Nullable ReadView view, String relation, String checkpoint, List<Order.Key> rowKeys) {
    this.view = view;
    this.relation = relation;
    this.checkpoint = checkpoint;
    this.rowKeys = rowKeys;
  }

  /**
   * A list of the rows of a view, which SQL calls {@code t}.
   *
   * @param first the order unless a request wants another, with {@code -} before it if descending
   * @param rowKeys columns that together tell the rows of one list apart
   */
  public static ListOf rows(ReadView view, String first, KeyType type, String... rowKeys) {
    return rows(view, view.toString(), ReadView.CHECKPOINT.toString(), first, type, rowKeys);
  }

  /**
   * A list of the rows of a relation that is none of the read model's.
   *
   * @param checkpoint the relation whose {@code position} and {@code ledger_id} tell how much of
   *     which ledger it knows
   */
  public static ListOf rows(
      String relation, String checkpoint, String first, KeyType type, String... rowKeys) {
    return rows(null, relation, checkpoint, first, type, rowKeys);
  }

  private static ListOf rows(
      @Nullable ReadView view,
      String relation,
      String checkpoint,
      String first,
      KeyType type,
      String... rowKeys) {
    ListOf list =
        new ListOf(
            view,
            relation,
            checkpoint,
            Arrays.stream(rowKeys).map(column -> new Order.Key(column, type)).toList());
    list.first = first;
    return list;
  }

  /**
   * A list of objects as single reads represent them, oldest first: sorted by id, name, creation or
   * last change, filtered by id and name, searched, and summed up by some members of their
   * documents.
   */
  public static ListOf objects(ReadView view, Function<String, ?> id, String... summary) {
    return rows(view, "created", KeyType.TEXT, "id")
        .order("id")
        .order("name", "name", KeyType.TEXT)
        .order("created", "created_at", KeyType.TIME)
        .order("changed", "changed_at", KeyType.TIME)
        .filter("id", id)
        .filter("name", Name::new)
        .searching("search")
        .representing(summary);
  }

  /** Sorts by the columns that tell rows apart. */
  public ListOf order(String name) {
    orders.put(name, new Order(name, rowKeys, false));
    return this;
  }

  /** Sorts by a column, which is never null, and then by those that tell rows apart. */
  public ListOf order(String name, String column, KeyType type) {
    List<Order.Key> keys = new ArrayList<>(List.of(new Order.Key(column, type)));
    keys.addAll(rowKeys);
    orders.put(name, new Order(name, keys, false));
    return this;
  }

  /** Filters by the column of the parameter's name, which holds what {@code type} takes. */
  public ListOf filter(String column, Function<String, ?> type) {
    return filter(column, column + " = ?", Filter.text(type));
  }

  /** Filters by a condition in which every {@code ?} is the value that is read. */
  public ListOf filter(String parameter, String condition, Function<String, Object> value) {
    filters.put(parameter, new Filter(condition, value, true));
    return this;
  }

  /** Filters by the column of the parameter's name, which holds a constant's name. */
  public <E extends Enum<E>> ListOf filter(String column, Class<E> type) {
    return filter(column, column + " = ?", Parameters.oneOf(type));
  }

  /** Filters by something that is not recorded: the past cannot be asked for it. */
  public ListOf filterPresent(String parameter, String condition, Function<String, Object> value) {
    filters.put(parameter, new Filter(condition, value, false));
    return this;
  }

  /** Filters by a condition over any words. */
  public ListOf filter(String parameter, String condition) {
    return filter(parameter, condition, Parameters::words);
  }

  /** Filters by whether a condition holds. */
  public ListOf either(String parameter, String condition) {
    return filter(parameter, "(" + condition + ") = ?", Parameters::yesOrNo);
  }

  /** Filters from a moment on and up to another; {@code ?} is the moment. */
  public ListOf times(String since, String until) {
    return filter("since", since, Filter::time)
        .filter("until", until, Filter::time)
        .range("since", "until");
  }

  /** Two filters that are the ends of a range, which must not end before it begins. */
  public ListOf range(String from, String to) {
    ranges.put(from, to);
    return this;
  }

  /** Searches in an SQL text, in lower case, for what {@code q} says in any case. */
  public ListOf searching(String text) {
    searched = text;
    return this;
  }

  /** Shows the object in {@code document}, of which a summary has only some members. */
  public ListOf representing(String... summary) {
    String members =
        Arrays.stream(summary)
            .map(member -> "'" + member + "', t.document -> '" + member + "'")
            .collect(Collectors.joining(", "));
    parts.add(new Part("t.document::text as document", true, true, ListOf::document));
    parts.add(
        new Part(
            "json_strip_nulls(json_build_object(" + members + "))::text as document",
            false,
            true,
            ListOf::document));
    return with("version, position, changed_at", ReadModel::revision);
  }

  private static void document(ObjectNode item, Row row) {
    item.setAll(ReadModel.json(row, "document"));
  }

  /** Shows something in summaries and in whole items. */
  public ListOf with(String columns, BiConsumer<ObjectNode, Row> show) {
    parts.add(new Part(columns, true, true, show));
    parts.add(new Part(columns, false, true, show));
    return this;
  }

  /** Shows something in whole items alone. */
  public ListOf whole(String columns, BiConsumer<ObjectNode, Row> show) {
    parts.add(new Part(columns, true, true, show));
    return this;
  }

  /** Shows something in whole items alone that is not recorded: the past tells nothing of it. */
  public ListOf present(String columns, BiConsumer<ObjectNode, Row> show) {
    parts.add(new Part(columns, true, false, show));
    return this;
  }

  /** Belongs to an object named in the path, whose id a column holds. */
  public <K, T> ListOf of(
      Reads reads,
      String parameter,
      Function<String, K> type,
      Function<GatewayImage, Map<K, T>> among,
      String column) {
    return of(
        reads,
        parameter,
        type,
        among,
        List.of(column + " = ?"),
        (id, parent) -> List.of(String.valueOf(id)));
  }

  /** Belongs to an object named in the path; its values go into the conditions, one each. */
  public <K, T> ListOf of(
      Reads reads,
      String parameter,
      Function<String, K> type,
      Function<GatewayImage, Map<K, T>> among,
      List<String> conditions,
      BiFunction<K, T, List<Object>> values) {
    parent = new Parent<>(reads, parameter, type, among, conditions, values);
    return this;
  }

  /**
   * Belongs to something named in the path that is or was, and has left traces in this relation.
   *
   * @param conditions of what belongs to it, and of a trace of it; each with one {@code ?}
   * @param names reads the path into a value for each, the first of which names it to people
   */
  public ListOf seen(
      Reads reads,
      ReadModel readModel,
      List<String> conditions,
      Function<UriInfo, List<Object>> names) {
    parent = new Seen(reads, readModel, relation, conditions, names);
    return this;
  }

  /** Every query parameter there is, the filters first. */
  public Set<String> parameters() {
    Set<String> names = new LinkedHashSet<>(filters.keySet());
    names.addAll(COMMON);
    if (remembers()) {
      names.add("at");
    }
    if (searched != null) {
      names.add("q");
    }
    return names;
  }

  /** The orders there are, as {@code sort} has them; the first is what comes without it. */
  public List<String> sorts() {
    List<String> sorts = new ArrayList<>(List.of(first));
    for (Order order : orders.values()) {
      sorts.add(order.text());
      sorts.add(order.reversed().text());
    }
    return sorts.stream().distinct().toList();
  }

  Order order(@Nullable String sort, String otherwise) {
    String wanted = sort == null ? otherwise : sort;
    Order order = orders.get(wanted.startsWith("-") ? wanted.substring(1) : wanted);
    if (order == null) {
      throw new InvalidValueException("must be one of " + String.join(", ", sorts()));
    }
    return wanted.startsWith("-") ? order.reversed() : order;
  }

  String first() {
    return first;
  }

  String relation() {
    return relation;
  }

  String checkpoint() {
    return checkpoint;
  }

  /** Whether it can be asked what it was. */
  public boolean remembers() {
    return view != null && view.remembers();
  }

  /**
   * Stands for another view in the columns and conditions of a list, which is read as of the same
   * moment as the list itself.
   */
  public static String view(ReadView other) {
    return "{" + other.view() + "}";
  }

  /**
   * How many rows of another view name a row of the list, as of the same moment, as an expression
   * of a list's columns.
   *
   * @param column of the other view, which names the id of the row
   */
  public static String count(ReadView other, String column) {
    return "{count " + other.view() + " " + column + "}";
  }

  /** The view that the relation is, if it is one. */
  @Nullable ReadView view() {
    return view;
  }

  Map<String, String> ranges() {
    return ranges;
  }

  Map<String, Filter> filters() {
    return filters;
  }

  @Nullable String searched() {
    return searched;
  }

  @Nullable Within parent() {
    return parent;
  }

  List<Part> parts(boolean whole, boolean now) {
    return parts.stream()
        .filter(part -> part.whole() == whole && (now || part.recorded()))
        .toList();
  }
}
