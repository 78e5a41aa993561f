package io.weir.dataplane.route;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Texts and their values as a compressed trie: a look-up reads each character of a path at most
 * once, however many texts there are, and makes no garbage. Filled by one thread, then only read.
 */
final class RadixTree<V> {
  private String label;
  private @Nullable V value;
  private char[] firsts = {};
  private RadixTree<V>[] children = none();

  private RadixTree(String label) {
    this.label = label;
  }

  /** A tree without texts. */
  static <V> RadixTree<V> empty() {
    return new RadixTree<>("");
  }

  /** The value of a text, made if it has none yet. */
  V computeIfAbsent(String text, Supplier<V> make) {
    RadixTree<V> node = this;
    int from = 0;
    while (from < text.length()) {
      int index = Arrays.binarySearch(node.firsts, text.charAt(from));
      if (index < 0) {
        RadixTree<V> leaf = new RadixTree<>(text.substring(from));
        node.insert(-index - 1, leaf);
        node = leaf;
        break;
      }
      RadixTree<V> child = node.children[index];
      int common = common(child.label, text, from);
      if (common < child.label.length()) {
        child.split(common);
      }
      from += common;
      node = child;
    }
    V found = node.value;
    if (found == null) {
      found = make.get();
      node.value = found;
    }
    return found;
  }

  /** The value of exactly the characters {@code from} to {@code to} of {@code path}, or null. */
  @Nullable V get(String path, int from, int to) {
    RadixTree<V> node = this;
    int at = from;
    while (at < to) {
      RadixTree<V> child = node.child(path.charAt(at));
      if (child == null || at + child.label.length() > to || !path.startsWith(child.label, at)) {
        return null;
      }
      at += child.label.length();
      node = child;
    }
    return node.value;
  }

  /**
   * The value, among those that pass, of the longest text that {@code path} from there starts with.
   */
  @Nullable V longest(String path, int from, Predicate<V> passes) {
    RadixTree<V> node = this;
    int at = from;
    V best = null;
    while (true) {
      V found = node.value;
      if (found != null && passes.test(found)) {
        best = found;
      }
      RadixTree<V> child = at < path.length() ? node.child(path.charAt(at)) : null;
      if (child == null || !path.startsWith(child.label, at)) {
        return best;
      }
      at += child.label.length();
      node = child;
    }
  }

  private @Nullable RadixTree<V> child(char first) {
    int index = Arrays.binarySearch(firsts, first);
    return index < 0 ? null : children[index];
  }

  private void insert(int index, RadixTree<V> leaf) {
    char[] newFirsts = Arrays.copyOf(firsts, firsts.length + 1);
    RadixTree<V>[] newChildren = Arrays.copyOf(children, children.length + 1);
    System.arraycopy(firsts, index, newFirsts, index + 1, firsts.length - index);
    System.arraycopy(children, index, newChildren, index + 1, children.length - index);
    newFirsts[index] = leaf.label.charAt(0);
    newChildren[index] = leaf;
    firsts = newFirsts;
    children = newChildren;
  }

  /** Makes this node end after {@code length} characters; what it was becomes its only child. */
  private void split(int length) {
    RadixTree<V> rest = new RadixTree<>(label.substring(length));
    rest.value = value;
    rest.firsts = firsts;
    rest.children = children;
    label = label.substring(0, length);
    value = null;
    firsts = new char[] {rest.label.charAt(0)};
    children = none();
    children = Arrays.copyOf(children, 1);
    children[0] = rest;
  }

  private static int common(String label, String text, int from) {
    int max = Math.min(label.length(), text.length() - from);
    int i = 0;
    while (i < max && label.charAt(i) == text.charAt(from + i)) {
      i++;
    }
    return i;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  private static <V> RadixTree<V>[] none() {
    return new RadixTree[0];
  }
}
