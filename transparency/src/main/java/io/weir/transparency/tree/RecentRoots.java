package io.weir.transparency.tree;

import io.weir.contracts.log.Hash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A tree that grows and knows its root at any recent size: the compact range before the recent
 * leaves, and these. Memory is bounded. Not thread-safe.
 */
public final class RecentRoots {
  private final int kept;
  private final CompactRange base;
  private final Deque<Hash> recent = new ArrayDeque<>();

  /**
   * A tree that goes on from a size.
   *
   * @param kept for how many of the last sizes the root is known, at least 1
   */
  public RecentRoots(CompactRange base, int kept) {
    if (kept < 1) {
      throw new IllegalArgumentException("one size at least is kept, not " + kept);
    }
    this.base = base.copy();
    this.kept = kept;
  }

  /** Adds the leaf of an event. */
  public void append(Hash event) {
    recent.add(event);
    if (recent.size() > kept) {
      base.append(recent.remove());
    }
  }

  /** How many leaves there are. */
  public long size() {
    return base.size() + recent.size();
  }

  /** The smallest size whose root is known. */
  public long oldest() {
    return base.size();
  }

  /** The root the tree had at a size; empty if it was never that large, or too long ago. */
  public Optional<Hash> rootAt(long size) {
    if (size < base.size() || size > size()) {
      return Optional.empty();
    }
    CompactRange range = base.copy();
    Iterator<Hash> events = recent.iterator();
    while (range.size() < size) {
      range.append(events.next());
    }
    return Optional.of(range.root());
  }

  /** The tree before the recent leaves. */
  public CompactRange base() {
    return base.copy();
  }

  /** The hashes of the events behind the base, in order. */
  public List<Hash> recent() {
    return new ArrayList<>(recent);
  }
}
