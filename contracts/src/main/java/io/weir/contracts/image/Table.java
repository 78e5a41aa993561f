package io.weir.contracts.image;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/** The objects of one kind on their way from one image to the next. */
final class Table<K, V> implements Changes<K, V> {
  private final PMap<K, V> before;
  private final Set<K> touched;
  private TreePMap<K, V> now;

  private Table(PMap<K, V> before, TreePMap<K, V> now, Set<K> touched) {
    this.before = before;
    this.now = now;
    this.touched = touched;
  }

  /** Where nothing has changed yet. */
  static <K, V> Table<K, V> of(TreePMap<K, V> base) {
    return new Table<>(base, base, new LinkedHashSet<>());
  }

  /** Where everything is new. */
  static <K extends Comparable<? super K>, V> Table<K, V> created(TreePMap<K, V> all) {
    return new Table<>(TreePMap.empty(), all, all.keySet());
  }

  /**
   * Adds an object.
   *
   * @throws FoldException if it exists
   */
  void create(K id, V created) {
    touched.add(id);
    now = with(now, id, created);
  }

  /**
   * Changes an object.
   *
   * @throws FoldException if it does not exist
   */
  void change(K id, UnaryOperator<V> change) {
    touched.add(id);
    now = now.plus(id, change.apply(known(now, id)));
  }

  /** Adds an object or puts it in the place of what it was. */
  void put(K id, V value) {
    touched.add(id);
    now = now.plus(id, value);
  }

  /**
   * Removes an object.
   *
   * @throws FoldException if it does not exist
   */
  void delete(K id) {
    touched.add(id);
    now = without(now, id);
  }

  TreePMap<K, V> now() {
    return now;
  }

  @Override
  public Set<K> touched() {
    return Collections.unmodifiableSet(touched);
  }

  @Override
  public @Nullable V before(K id) {
    return before.get(id);
  }

  @Override
  public @Nullable V now(K id) {
    return now.get(id);
  }

  /** Those touched that exist now. */
  List<V> present() {
    return touched.stream().map(now::get).filter(Objects::nonNull).toList();
  }

  /** Those touched that no longer exist. */
  List<K> gone() {
    return touched.stream().filter(id -> !now.containsKey(id)).toList();
  }

  static <K, V> V known(PMap<K, V> map, K id) {
    V value = map.get(id);
    if (value == null) {
      throw new FoldException(id + " does not exist");
    }
    return value;
  }

  static <K, V> TreePMap<K, V> with(TreePMap<K, V> map, K id, V created) {
    if (map.containsKey(id)) {
      throw new FoldException(id + " exists already");
    }
    return map.plus(id, created);
  }

  static <K, V> TreePMap<K, V> without(TreePMap<K, V> map, K id) {
    known(map, id);
    return map.minus(id);
  }
}
