package io.weir.projector.store;

import io.weir.contracts.log.Hash;
import io.weir.contracts.topic.Commit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation's tables have come; always the end of a command.
 *
 * @param ledgerId null before the first event
 * @param position of the last event in the tables, 0 before the first
 * @param hash of that event, null before the first
 * @param nextOffset of the Kafka record after it
 */
public record Checkpoint(
    @Nullable UUID ledgerId, long position, @Nullable Hash hash, long nextOffset) {
  /** Of empty tables. */
  public static final Checkpoint NONE = new Checkpoint(null, 0, null, 0);

  /** After a command. */
  public static Checkpoint after(Commit commit) {
    return new Checkpoint(commit.ledgerId(), commit.position(), commit.hash(), commit.nextOffset());
  }
}
