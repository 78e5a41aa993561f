package io.weir.dataplane.balance;

import java.util.BitSet;

/** The nodes one request has been sent to already. One thread. */
public final class TriedNodes {
  private final BitSet indexes = new BitSet();

  /** Remembers a node by its index in the picker. */
  public void add(int index) {
    indexes.set(index);
  }

  /** Whether the node was tried. */
  public boolean contains(int index) {
    return indexes.get(index);
  }

  /** Forgets all: the next round over the nodes begins. */
  public void clear() {
    indexes.clear();
  }
}
