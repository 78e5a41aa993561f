package io.weir.dataplane.balance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The nodes one request has been sent to already, by their identity: the upstream may change while
 * the request goes from node to node. One thread.
 */
public final class TriedNodes {
  private @Nullable LiveNode[] nodes = new LiveNode[4];
  private int size;

  /** Remembers a node. */
  public void add(LiveNode node) {
    if (contains(node)) {
      return;
    }
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
    }
    nodes[size++] = node;
  }

  /** Whether the node was tried. */
  public boolean contains(LiveNode node) {
    for (int i = 0; i < size; i++) {
      if (nodes[i] == node) {
        return true;
      }
    }
    return false;
  }

  /** Whether none was tried. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Forgets all: the next round over the nodes begins. */
  public void clear() {
    Arrays.fill(nodes, 0, size, null);
    size = 0;
  }
}
