package io.weir.contracts.image;

import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.VpcId;
import java.util.Comparator;

/**
 * Whether a VPC is attached to a Cloud Connect Network. A detached link is remembered, to tell
 * since when and by which event two VPCs are apart, until its VPC is deleted.
 */
public record Link(Key key, boolean attached, Revision revision) {
  /** What a link joins. */
  public record Key(CcnId networkId, VpcId vpcId) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::networkId).thenComparing(Key::vpcId);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }
}
