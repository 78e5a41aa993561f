package io.weir.contracts.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/**
 * The end of the hash chain a reader has verified: the one place that decides whether the next
 * event is next.
 *
 * @param position of the last event, 0 before the first
 * @param hash of the last event, or the ledger's genesis hash
 */
public record Chain(UUID ledgerId, long position, Hash hash) {
  /** What to do with an event that continuity allows. */
  public enum Step {
    APPLY,
    DUPLICATE
  }

  /**
   * The chain of a ledger with no events: its hash names the ledger, so that no event fits another
   * one.
   */
  public static Chain genesis(UUID ledgerId) {
    return new Chain(ledgerId, 0, Hash.of("weir ledger " + ledgerId));
  }

  /**
   * Says whether {@code recorded} is the next event or one seen before.
   *
   * @throws BrokenChainException if it leaves a gap, belongs to another history, or was altered
   */
  public Step step(Recorded recorded) {
    Envelope envelope = recorded.envelope();
    if (!envelope.ledgerId().equals(ledgerId)) {
      throw new BrokenChainException(
          "event %d belongs to ledger %s, not %s"
              .formatted(envelope.position(), envelope.ledgerId(), ledgerId));
    }
    if (envelope.position() < 1) {
      throw new BrokenChainException(
          "an event has position %d, but positions start at 1".formatted(envelope.position()));
    }
    if (envelope.position() < position) {
      return Step.DUPLICATE;
    }
    if (envelope.position() == position) {
      if (!recorded.hash().equals(hash)) {
        throw new BrokenChainException(
            "event %d has hash %s where %s was seen before"
                .formatted(position, recorded.hash(), hash));
      }
      return Step.DUPLICATE;
    }
    if (envelope.position() != position + 1) {
      throw new BrokenChainException(
          "event %d follows event %d: the events between are missing"
              .formatted(envelope.position(), position));
    }
    if (!envelope.prevHash().equals(hash)) {
      throw new BrokenChainException(
          "event %d continues from hash %s, not from %s: another history"
              .formatted(envelope.position(), envelope.prevHash(), hash));
    }
    if (!hash(envelope, recorded.data()).equals(recorded.hash())) {
      throw new BrokenChainException(
          "event %d does not match its hash: it was altered".formatted(envelope.position()));
    }
    return Step.APPLY;
  }

  /** The chain after {@code recorded}, which {@link #step} has found to be next. */
  public Chain after(Recorded recorded) {
    return new Chain(ledgerId, recorded.envelope().position(), recorded.hash());
  }

  /**
   * SHA-256 over the previous hash (32 bytes) and, as netstrings ({@code length:bytes,}), every
   * other field of the envelope in its declared order and the data. The subjects, and the reason as
   * a list of one or none, are netstrings of netstrings: no two envelopes are hashed as the same
   * bytes.
   */
  static Hash hash(Envelope envelope, String data) {
    MessageDigest digest = Hash.sha256();
    digest.update(envelope.prevHash().bytes());
    String reason = envelope.reason();
    List<String> reasons = reason == null ? List.of() : List.of(reason);
    String[] fields = {
      envelope.ledgerId().toString(),
      Long.toString(envelope.position()),
      envelope.stream(),
      Long.toString(envelope.version()),
      Long.toString(envelope.commitStart()),
      Integer.toString(envelope.commitSize()),
      envelope.id().toString(),
      envelope.type(),
      netstrings(envelope.subjects()),
      envelope.actor(),
      netstrings(reasons),
      envelope.commandId().toString(),
      envelope.correlation(),
      envelope.recordedAt().toString(),
      data
    };
    digest.update(netstrings(List.of(fields)).getBytes(StandardCharsets.UTF_8));
    return Hash.fromBytes(digest.digest());
  }

  private static String netstrings(List<String> texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      int bytes = text.getBytes(StandardCharsets.UTF_8).length;
      all.append(bytes).append(':').append(text).append(',');
    }
    return all.toString();
  }
}
