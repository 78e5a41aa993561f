package io.weir.contracts.topic;

import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.FaultKind;
import org.jspecify.annotations.Nullable;

/**
 * Why the topic cannot be read on.
 *
 * @param envelope of the event at fault; null if the record holds none
 * @param sentence which event of what type by whom, and what is wrong with it: for people
 */
public record TopicFault(FaultKind kind, @Nullable Envelope envelope, String sentence) {
  /**
   * What is wrong with an event. Who it says it is by is told as no more than that where the hash
   * does not prove it.
   *
   * @param what is wrong, to be read after the event's name
   */
  public static TopicFault of(FaultKind kind, Envelope envelope, String what) {
    return new TopicFault(
        kind,
        envelope,
        "event %d (%s by %s%s) %s"
            .formatted(
                envelope.position(),
                envelope.type(),
                envelope.actor(),
                kind.proven() ? "" : ", unverified",
                what));
  }

  /** The position of the event at fault, 0 if the record holds none. */
  public long position() {
    return envelope == null ? 0 : envelope.position();
  }
}
