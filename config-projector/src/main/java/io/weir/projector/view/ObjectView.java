package io.weir.projector.view;

import static io.weir.projector.view.Column.kept;
import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.JSON;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Revision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Objects of one kind, a row each: the key, the columns of the kind, the document that clients see,
 * the text that searches look into, and the object's revision.
 *
 * @param <K> what names one object; its text is the key
 * @param <T> the object as it is in the image
 */
final class ObjectView<K, T> implements View {
  /** What is in the image of a kind, and what a command touched of it. */
  record Kind<K, T>(
      Function<GatewayDelta, Set<K>> touched,
      Function<GatewayImage, ? extends Map<K, T>> among,
      Function<T, Revision> revision,
      Function<T, Object> document) {}

  /** A column that the kind adds, and where its value comes from. */
  record Field<T>(Column column, Function<T, @Nullable Object> value) {
    static <T> Field<T> text(String name, Function<T, Object> value) {
      return new Field<>(Column.value(name, TEXT), object -> value.apply(object).toString());
    }
  }

  private final Kind<K, T> kind;
  private final List<Field<T>> fields;
  private final Function<T, List<String>> searched;
  private final ReadTable table;

  /**
   * A view.
   *
   * @param searched what of an object searches look into besides its key
   */
  ObjectView(
      String table,
      String key,
      Kind<K, T> kind,
      Function<T, List<String>> searched,
      List<Field<T>> fields,
      String... indexes) {
    this.kind = kind;
    this.fields = List.copyOf(fields);
    this.searched = searched;
    List<Column> columns = new ArrayList<>(List.of(key(key, TEXT)));
    fields.forEach(field -> columns.add(field.column));
    columns.addAll(
        List.of(
            value("document", JSON),
            value("search", TEXT),
            value("version", BIGINT),
            value("position", BIGINT),
            kept("created_at", TIMESTAMP),
            value("changed_at", TIMESTAMP)));
    this.table = ReadTable.of(table, columns, indexes);
  }

  @Override
  public ReadTable table() {
    return table;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (K id : kind.touched.apply(change.delta())) {
      T object = kind.among.apply(change.after()).get(id);
      if (object == null) {
        rows.delete(table, id.toString());
        continue;
      }
      T before = kind.among.apply(change.before()).get(id);
      // an object that is touched may look as before: a service whose draft changed
      if (before == null || !looksLike(before, object)) {
        rows.put(table, row(id, object, change).toArray());
      }
    }
  }

  /** Whether two states of an object have the same row; nothing is written for that. */
  private boolean looksLike(T one, T other) {
    if (!kind.revision.apply(one).equals(kind.revision.apply(other))
        || !kind.document.apply(one).equals(kind.document.apply(other))) {
      return false;
    }
    for (Field<T> field : fields) {
      if (!Objects.equals(field.value.apply(one), field.value.apply(other))) {
        return false;
      }
    }
    return true;
  }

  private List<@Nullable Object> row(K id, T object, Change change) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(id.toString());
    for (Field<T> field : fields) {
      row.add(field.value.apply(object));
    }
    Revision revision = kind.revision.apply(object);
    row.addAll(
        Arrays.asList(
            Document.of(kind.document.apply(object)),
            Search.text(id, searched.apply(object)),
            revision.version(),
            revision.position(),
            change.at(),
            Change.time(revision.at())));
    return row;
  }
}
