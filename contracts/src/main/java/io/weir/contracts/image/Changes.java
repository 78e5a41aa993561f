package io.weir.contracts.image;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What became of the objects of one kind between two images. */
interface Changes<K, V> {
  /** Those that may differ, some of them more than once; all others are the same in both. */
  Collection<K> touched();

  /** As it was, or null. */
  @Nullable V before(K id);

  /** As it is, or null. */
  @Nullable V now(K id);
}
