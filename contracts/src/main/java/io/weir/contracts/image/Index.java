package io.weir.contracts.image;

import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * From what objects hold to those that hold it, in their order. Immutable; no key leads to nothing,
 * so that equal contents make equal indexes.
 */
record Index<K, V extends Comparable<? super V>>(PMap<K, TreePSet<V>> found) {
  static <K, V extends Comparable<? super V>> Index<K, V> empty() {
    return new Index<>(HashTreePMap.empty());
  }

  /** All that hold it. */
  SortedSet<V> at(K key) {
    return found.getOrDefault(key, TreePSet.empty());
  }

  /** The first that holds it, or null; the only one of what each has its own of. */
  @Nullable V first(K key) {
    TreePSet<V> all = found.get(key);
    return all == null ? null : all.first();
  }

  Index<K, V> plus(K key, V value) {
    return new Index<>(found.plus(key, found.getOrDefault(key, TreePSet.<V>empty()).plus(value)));
  }

  Index<K, V> minus(K key, V value) {
    TreePSet<V> left = found.getOrDefault(key, TreePSet.<V>empty()).minus(value);
    return new Index<>(left.isEmpty() ? found.minus(key) : found.plus(key, left));
  }

  /**
   * The index after its objects changed.
   *
   * @param key what an object is found by, or null if it cannot be found
   * @param value what is found, each object's own
   */
  <I, T> Index<K, V> follow(
      Changes<I, T> changes, Function<T, @Nullable K> key, Function<T, V> value) {
    Index<K, V> next = this;
    for (I id : changes.touched()) {
      T before = changes.before(id);
      T now = changes.now(id);
      K from = before == null ? null : key.apply(before);
      K to = now == null ? null : key.apply(now);
      boolean stays =
          Objects.equals(from, to)
              && before != null
              && now != null
              && value.apply(before).equals(value.apply(now));
      if (stays) {
        continue;
      }
      if (before != null && from != null) {
        next = next.minus(from, value.apply(before));
      }
      if (now != null && to != null) {
        next = next.plus(to, value.apply(now));
      }
    }
    return next;
  }
}
