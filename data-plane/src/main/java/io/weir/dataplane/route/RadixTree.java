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
  private static final @Nullable RadixTree<?>[] CHILDLESS = {};
  private static final RadixTree<?> EMPTY = new RadixTree<>(NOTHING, null, 0, CHILDLESS);

  private final byte[] label;

  /** That of the label, which thereby is not touched if the first byte is all of it. */
  private final int length;

  private final int lowest;
  private final @Nullable V value;
  private final @Nullable RadixTree<?>[] children;

  /**
   * A node.
   *
   * @param label what leads here from the parent
   * @param value of the text that ends here, or null
   * @param lowest the first byte of the first child's label
   * @param children by the first byte of their labels, without a gap from the lowest to the highest
   */
  private RadixTree(
      byte[] label, @Nullable V value, int lowest, @Nullable RadixTree<?>[] children) {
    this.label = label;
    length = label.length;
    this.value = value;
    this.lowest = lowest;
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
    return length;
  }

  /** The child whose label {@code path} has at {@code at}, which is before {@code to}, or null. */
  @Nullable RadixTree<V> next(byte[] path, int at, int to) {
    RadixTree<V> child = child(path[at]);
    if (child == null || child.length > to - at) {
      return null;
    }
    for (int i = 1; i < child.length; i++) {
      if (child.label[i] != path[at + i]) {
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
      at += child.length;
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
      return new RadixTree<>(label, newValue, lowest, children);
    }
    RadixTree<V> child = child(text[from]);
    if (child == null) {
      return newValue == null ? this : with(text[from], leaf(text, from, newValue));
    }
    int common = common(child.label, text, from);
    if (common < child.length) {
      if (newValue == null) {
        return this;
      }
      child = child.split(common);
    }
    return with(text[from], child.with(text, from + common, newValue).shortened());
  }

  /** A node that holds nothing itself goes, or becomes one with its only child. */
  private @Nullable RadixTree<V> shortened() {
    if (value != null || children.length > 1) {
      return this; // of several places, the first and the last are taken
    }
    RadixTree<V> only = children.length == 0 ? null : child((byte) lowest);
    if (only == null) {
      return null;
    }
    byte[] joined = Arrays.copyOf(label, length + only.length);
    System.arraycopy(only.label, 0, joined, length, only.length);
    return new RadixTree<>(joined, only.value, only.lowest, only.children);
  }

  /** The same as a node that ends after {@code length} bytes and has the rest as its only child. */
  private RadixTree<V> split(int length) {
    byte[] rest = Arrays.copyOfRange(label, length, label.length);
    RadixTree<?>[] only = {new RadixTree<>(rest, value, lowest, children)};
    return new RadixTree<>(Arrays.copyOf(label, length), null, rest[0], only);
  }

  private static <V> RadixTree<V> leaf(byte[] text, int from, V value) {
    return new RadixTree<>(Arrays.copyOfRange(text, from, text.length), value, 0, CHILDLESS);
  }

  /** The same with another child, or none, for a first byte. */
  private RadixTree<V> with(byte first, @Nullable RadixTree<V> child) {
    int low = children.length == 0 ? first : Math.min(lowest, first);
    int high = children.length == 0 ? first : Math.max(lowest + children.length - 1, first);
    @Nullable RadixTree<?>[] changed = new RadixTree<?>[high - low + 1];
    System.arraycopy(
        children, 0, changed, children.length == 0 ? 0 : lowest - low, children.length);
    changed[first - low] = child;
    int start = 0;
    int end = changed.length;
    while (start < end && changed[start] == null) {
      start++;
    }
    while (end > start && changed[end - 1] == null) {
      end--;
    }
    return start == end
        ? new RadixTree<>(label, value, 0, CHILDLESS)
        : new RadixTree<>(label, value, low + start, Arrays.copyOfRange(changed, start, end));
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
  private @Nullable RadixTree<V> child(byte first) {
    int index = first - lowest;
    return index < 0 || index >= children.length ? null : (RadixTree<V>) children[index];
  }
}
