package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Sums by a key; what has none is told last, as others. Not thread-safe.
 *
 * @param <K> what they are told apart by
 * @param <T> what is summed up
 */
final class Groups<K, T extends Tally<T>> {
  private final Map<K, T> sums = new HashMap<>();
  private final T others;
  private boolean hasOthers;

  Groups(T none) {
    others = none;
  }

  void add(K key, T tally) {
    sums.computeIfAbsent(key, _ -> others.none()).add(tally);
  }

  void addOther(T tally) {
    hasOthers = true;
    others.add(tally);
  }

  /**
   * Writes them, the largest first; together they are all there is, whatever the limit.
   *
   * @param most how many objects at most
   * @param order among equals
   * @param named writes what a key says
   */
  void write(ArrayNode into, int most, Comparator<K> order, BiConsumer<ObjectNode, K> named) {
    List<K> keys = new ArrayList<>(sums.keySet());
    keys.sort(Comparator.comparing((K key) -> -size(key)).thenComparing(order));
    int alone = keys.size() + (hasOthers ? 1 : 0) <= most ? keys.size() : most - 1;
    for (K key : keys.subList(0, alone)) {
      ObjectNode one = into.addObject();
      named.accept(one, key);
      sum(key).write(one);
    }
    for (K key : keys.subList(alone, keys.size())) {
      addOther(sum(key));
    }
    if (hasOthers) {
      others.write(into.addObject().put("others", true));
    }
  }

  private long size(K key) {
    return sum(key).size();
  }

  private T sum(K key) {
    T sum = sums.get(key);
    if (sum == null) {
      throw new IllegalStateException("there is no sum of " + key);
    }
    return sum;
  }
}
