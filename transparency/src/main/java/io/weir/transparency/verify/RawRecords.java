package io.weir.transparency.verify;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the records of a topic come from, from the first to the one that is the last now. */
public interface RawRecords extends Closeable {
  /** The next record, or null behind the last. */
  @Nullable RawRecord next() throws IOException;

  /** How many there are about; -1 if that is unknown. */
  long expected();
}
