package io.weir.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of an object with what an event changed put back, and all else as it is: a merge of
 * three, field by field, and node by node.
 *
 * @param content null if there was none before the event; of no use where there are conflicts
 * @param conflicts where something else stands now than the event put there
 */
public record PutBack(@Nullable ObjectNode content, List<Conflict> conflicts) {
  public PutBack {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * A place that the event changed, and somebody else since.
   *
   * @param pointer as those of {@link Difference}
   * @param from what stood there before the event; null if nothing did
   * @param to what the event put there
   * @param now what stands there
   */
  public record Conflict(
      String pointer, @Nullable JsonNode from, @Nullable JsonNode to, @Nullable JsonNode now) {}

  /**
   * Puts back what is different between two contents.
   *
   * @param before the content before the event; null if the event made the object
   * @param after the content with the event
   * @param now the content as it is
   */
  public static PutBack of(@Nullable ObjectNode before, ObjectNode after, ObjectNode now) {
    Merge merge = new Merge();
    JsonNode content = merge.value("", before, after, now);
    return new PutBack((ObjectNode) content, merge.conflicts);
  }

  private static final class Merge {
    final List<Conflict> conflicts = new ArrayList<>();

    @Nullable JsonNode value(
        String pointer,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable JsonNode now) {
      if (Objects.equals(before, after) || Objects.equals(now, before)) {
        return now;
      }
      if (Objects.equals(now, after)) {
        return before;
      }
      if (before instanceof ObjectNode was
          && after instanceof ObjectNode put
          && now instanceof ObjectNode is) {
        return members(pointer, was, put, is);
      }
      Map<String, JsonNode> was = named(before);
      Map<String, JsonNode> put = named(after);
      Map<String, JsonNode> is = named(now);
      if (was != null && put != null && is != null) {
        return elements(pointer, was, put, is);
      }
      if (before == null && after != null && now != null) {
        // what came as a whole goes as a whole: whatever became of it is in the way
        for (Difference since : Differences.between(pointer, after, now)) {
          conflicts.add(new Conflict(since.pointer(), null, since.from(), since.to()));
        }
      } else {
        conflicts.add(new Conflict(pointer, before, after, now));
      }
      return now;
    }

    private ObjectNode members(String pointer, ObjectNode was, ObjectNode put, ObjectNode is) {
      ObjectNode merged = is.objectNode().setAll(is);
      for (String name : union(names(was), names(put))) {
        JsonNode value =
            value(
                pointer + "/" + Differences.escaped(name),
                was.get(name),
                put.get(name),
                is.get(name));
        if (value == null) {
          merged.remove(name);
        } else {
          merged.set(name, value);
        }
      }
      return merged;
    }

    private ArrayNode elements(
        String pointer,
        Map<String, JsonNode> was,
        Map<String, JsonNode> put,
        Map<String, JsonNode> is) {
      Map<String, JsonNode> merged = new LinkedHashMap<>(is);
      List<String> order = new ArrayList<>(is.keySet());
      for (String name : union(was.keySet(), put.keySet())) {
        JsonNode element =
            value(
                pointer + "/" + Differences.escaped(name),
                was.get(name),
                put.get(name),
                is.get(name));
        if (element == null) {
          merged.remove(name);
          order.remove(name);
        } else if (merged.put(name, element) == null) {
          order.add(place(order, was.keySet(), name), name);
        }
      }
      reorder(pointer, order, was.keySet(), put.keySet(), is.keySet());
      ArrayNode list = JsonNodeFactory.instance.arrayNode(order.size());
      order.forEach(name -> list.add(merged.get(name)));
      return list;
    }

    /** Behind the nearest of those before it that is still there. */
    private static int place(List<String> order, Set<String> was, String name) {
      int place = 0;
      for (String other : was) {
        if (other.equals(name)) {
          break;
        }
        int at = order.indexOf(other);
        place = at < 0 ? place : at + 1;
      }
      return place;
    }

    /** An order that the event did not change stays, whatever it is. */
    private void reorder(
        String pointer, List<String> order, Set<String> was, Set<String> put, Set<String> is) {
      if (common(was, put).equals(common(put, was))) {
        return;
      }
      List<String> here = common(was, common(put, is));
      List<String> now = common(is, here);
      if (now.equals(common(put, here))) {
        Iterator<String> next = common(was, order).iterator();
        order.replaceAll(name -> was.contains(name) ? next.next() : name);
      } else if (!now.equals(here)) {
        conflicts.add(
            new Conflict(
                pointer, Differences.texts(was), Differences.texts(put), Differences.texts(is)));
      }
    }
  }

  private static @Nullable Map<String, JsonNode> named(@Nullable JsonNode value) {
    return value instanceof ArrayNode list ? NamedElements.in(list) : null;
  }

  private static Set<String> names(ObjectNode object) {
    Set<String> names = new LinkedHashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Those that are among others, in their order. */
  private static List<String> common(Collection<String> names, Collection<String> others) {
    Set<String> among = new LinkedHashSet<>(others);
    return names.stream().filter(among::contains).toList();
  }
}
