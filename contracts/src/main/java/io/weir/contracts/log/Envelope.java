package io.weir.contracts.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a recorded event but its data: where it stands, and who said it, when and why.
 *
 * @param ledgerId changes only when history is founded anew
 * @param position 1.. without gaps, in the order of commits
 * @param stream the object it belongs to, such as {@code upstream/upstream-4n5bfklc}
 * @param version 1.. without gaps within the stream
 * @param commitStart the position of the first event of the same command
 * @param commitSize how many events the command wrote; they take effect together
 * @param subjects ids of all objects it speaks of
 * @param authentication how it is known who gave the command; null in events of before that was
 *     recorded
 * @param commandId the command that caused it
 * @param correlation the trace or request id of the caller
 * @param recordedAt the database's time, microseconds, never before that of an earlier position
 * @param prevHash the hash of the event one position before
 */
public record Envelope(
    UUID ledgerId,
    long position,
    String stream,
    long version,
    long commitStart,
    int commitSize,
    UUID id,
    String type,
    List<String> subjects,
    String actor,
    @Nullable Authentication authentication,
    @Nullable String reason,
    UUID commandId,
    String correlation,
    Instant recordedAt,
    Hash prevHash) {
  public Envelope {
    subjects = List.copyOf(subjects);
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Whether this is the next event of a command.
   *
   * @param before the event before, if it did not end its command; null if this has to begin one
   */
  public boolean continuesCommit(@Nullable Envelope before) {
    return before == null
        ? commitStart == position
        : commitStart == before.commitStart
            && commitSize == before.commitSize
            && commandId.equals(before.commandId);
  }

  /**
   * Whether this is the last event of its command, after which the configuration is whole again.
   */
  public boolean endsCommit() {
    return position == commitStart + commitSize - 1;
  }
}
