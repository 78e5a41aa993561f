package io.weir.dataplane.route;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts and their values as a compressed trie: a look-up reads each byte of a path at most once,
 * however many texts there are, and makes no garbage. Immutable: a change copies the nodes from the
 * root to the text and shares all others.
 */
final class RadixTree<V> {
  private static final byte[] NOTHING = {};
  private static final RadixTree<?>[] CHILDLESS = {};
  private static final RadixTree<?> EMPTY = new RadixTree<>(NOTHING, null, NOTHING, CHILDLESS);

  private final byte[] label;
  private final @Nullable V value;
  private final byte[] firsts;
  private final RadixTree<?>[] children;

  /**
   * A node.
   *
   * @param label what leads here from the parent
   * @param value of the text that ends here, or null
   * @param firsts the first byte of each child's label, ascending
   */
  private RadixTree(byte[] label, @Nullable V value, byte[] firsts, RadixTree<?>[] children) {
    this.label = label;
    this.value = value;
    this.firsts = firsts;
    this.children = children;
  }

  /** A tree without texts. */
  @SuppressWarnings("unchecked") // holds nothing
  static <V> RadixTree<V> empty() {
    return (RadixTree<V>) EMPTY;
  }

  /** Whether it has no texts. */
  boolean isEmpty() {
    return value == null && children.length == 0;
  }

  /** The value of the text that ends here, or null. */
  @Nullable V value() {
    return value;
  }

  /** How many bytes lead here from the parent. */
  int length() {
    return label.length;
  }

  /** The child whose label {@code path} has at {@code at}, which is before {@code to}, or null. */
  @Nullable RadixTree<V> next(byte[] path, int at, int to) {
    int index = Arrays.binarySearch(firsts, path[at]);
    if (index < 0) {
      return null;
    }
    RadixTree<V> child = child(index);
    byte[] expected = child.label;
    if (expected.length > to - at) {
      return null;
    }
    for (int i = 1; i < expected.length; i++) {
      if (expected[i] != path[at + i]) {
        return null;
      }
    }
    return child;
  }

  /** The value of exactly the bytes {@code from} to {@code to} of {@code path}, or null. */
  @Nullable V get(byte[] path, int from, int to) {
    RadixTree<V> node = this;
    int at = from;
    while (at < to) {
      RadixTree<V> child = node.next(path, at, to);
      if (child == null) {
        return null;
      }
      at += child.label.length;
      node = child;
    }
    return node.value;
  }

  /** The value of a text, or null. */
  @Nullable V get(byte[] text) {
    return get(text, 0, text.length);
  }

  /** This tree with another value for a text, or without the text if that is null. */
  RadixTree<V> with(byte[] text, @Nullable V newValue) {
    return with(text, 0, newValue);
  }

  private RadixTree<V> with(byte[] text, int from, @Nullable V newValue) {
    if (from == text.length) {
      return new RadixTree<>(label, newValue, firsts, children);
    }
    int index = Arrays.binarySearch(firsts, text[from]);
    if (index < 0) {
      return newValue == null ? this : inserted(-index - 1, leaf(text, from, newValue));
    }
    RadixTree<V> child = child(index);
    int common = common(child.label, text, from);
    if (common < child.label.length) {
      if (newValue == null) {
        return this;
      }
      child = child.split(common);
    }
    RadixTree<V> changed = child.with(text, from + common, newValue).shortened();
    return changed == null ? removed(index) : replaced(index, changed);
  }

  /** A node that holds nothing itself goes, or becomes one with its only child. */
  private @Nullable RadixTree<V> shortened() {
    if (value != null || children.length > 1) {
      return this;
    }
    if (children.length == 0) {
      return null;
    }
    RadixTree<V> only = child(0);
    byte[] joined = Arrays.copyOf(label, label.length + only.label.length);
    System.arraycopy(only.label, 0, joined, label.length, only.label.length);
    return new RadixTree<>(joined, only.value, only.firsts, only.children);
  }

  /** The same as a node that ends after {@code length} bytes and has the rest as its only child. */
  private RadixTree<V> split(int length) {
    byte[] rest = Arrays.copyOfRange(label, length, label.length);
    RadixTree<?>[] only = {new RadixTree<>(rest, value, firsts, children)};
    return new RadixTree<>(Arrays.copyOf(label, length), null, new byte[] {rest[0]}, only);
  }

  private static <V> RadixTree<V> leaf(byte[] text, int from, V value) {
    return new RadixTree<>(Arrays.copyOfRange(text, from, text.length), value, NOTHING, CHILDLESS);
  }

  private RadixTree<V> inserted(int index, RadixTree<V> child) {
    byte[] newFirsts = Arrays.copyOf(firsts, firsts.length + 1);
    RadixTree<?>[] newChildren = Arrays.copyOf(children, children.length + 1);
    System.arraycopy(firsts, index, newFirsts, index + 1, firsts.length - index);
    System.arraycopy(children, index, newChildren, index + 1, children.length - index);
    newFirsts[index] = child.label[0];
    newChildren[index] = child;
    return new RadixTree<>(label, value, newFirsts, newChildren);
  }

  private RadixTree<V> replaced(int index, RadixTree<V> child) {
    RadixTree<?>[] newChildren = children.clone();
    newChildren[index] = child;
    return new RadixTree<>(label, value, firsts, newChildren);
  }

  private RadixTree<V> removed(int index) {
    byte[] newFirsts = Arrays.copyOf(firsts, firsts.length - 1);
    RadixTree<?>[] newChildren = Arrays.copyOf(children, children.length - 1);
    System.arraycopy(firsts, index + 1, newFirsts, index, newFirsts.length - index);
    System.arraycopy(children, index + 1, newChildren, index, newChildren.length - index);
    return new RadixTree<>(label, value, newFirsts, newChildren);
  }

  private static int common(byte[] label, byte[] text, int from) {
    int max = Math.min(label.length, text.length - from);
    int i = 0;
    while (i < max && label[i] == text[from + i]) {
      i++;
    }
    return i;
  }

  @SuppressWarnings("unchecked") // only nodes of V are ever stored
  private RadixTree<V> child(int index) {
    return (RadixTree<V>) children[index];
  }
}
