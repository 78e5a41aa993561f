package io.weir.transparency.verify;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param after the position that it begins after: 0 if it is a whole ledger, not a part of one
 * @param sound the end of what is proven: the last event, or the one before the first that is
 *     wrong; null if not even the ledger's name is known
 * @param root of the Merkle tree over the events up to there; null for a part of a ledger
 * @param roots of the trees of the sizes that were asked for, as far as they are proven
 * @param keys all that the ledger names as its own, by the events up to there
 * @param finding what is wrong after that; null if nothing is
 */
public record Verification(
    long after,
    @Nullable Chain sound,
    @Nullable Hash root,
    Map<Long, Hash> roots,
    List<NamedKey> keys,
    @Nullable Finding finding) {
  public Verification {
    roots = Map.copyOf(roots);
    keys = List.copyOf(keys);
  }

  /** Whether the whole ledger is as it was written. */
  public boolean intact() {
    return finding == null;
  }

  /** The position of the last event that is proven, 0 if there is none. */
  public long position() {
    return sound == null ? 0 : sound.position();
  }
}
