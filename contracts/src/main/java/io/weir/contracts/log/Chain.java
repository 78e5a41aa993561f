package io.weir.contracts.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
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
  private static final int FIELDS = 16;

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
      throw broken(
          FaultKind.ANOTHER_HISTORY,
          envelope,
          "belongs to ledger %s, not %s".formatted(envelope.ledgerId(), ledgerId));
    }
    if (envelope.position() < 1) {
      throw broken(FaultKind.ALTERED, envelope, "cannot be: positions start at 1");
    }
    if (envelope.position() < position) {
      return Step.DUPLICATE;
    }
    if (envelope.position() == position) {
      if (!recorded.hash().equals(hash)) {
        throw broken(
            FaultKind.ANOTHER_HISTORY,
            envelope,
            "has hash %s where %s was seen before".formatted(recorded.hash(), hash));
      }
      return Step.DUPLICATE;
    }
    if (envelope.position() != position + 1) {
      throw broken(
          FaultKind.GAP,
          envelope,
          "follows event %d: the events between are missing".formatted(position));
    }
    if (!envelope.prevHash().equals(hash)) {
      throw broken(
          FaultKind.ANOTHER_HISTORY,
          envelope,
          "continues from hash %s, not from %s: another history"
              .formatted(envelope.prevHash(), hash));
    }
    if (!hash(envelope, recorded.data()).equals(recorded.hash())) {
      throw broken(FaultKind.ALTERED, envelope, "does not match its hash: it was altered");
    }
    return Step.APPLY;
  }

  private static BrokenChainException broken(FaultKind kind, Envelope envelope, String what) {
    return new BrokenChainException(kind, envelope.position(), what);
  }

  /** The chain after {@code recorded}, which {@link #step} has found to be next. */
  public Chain after(Recorded recorded) {
    return new Chain(ledgerId, recorded.envelope().position(), recorded.hash());
  }

  /**
   * SHA-256 over the previous hash (32 bytes) and, as netstrings ({@code length:bytes,}), every
   * other field of the envelope in its declared order and the data. The subjects, and the reason as
   * a list of one or none, are netstrings of netstrings. The authentication is one more netstring
   * where there is one, and none where there is not: what was recorded before is hashed as it was.
   * No two envelopes are hashed as the same bytes: netstrings can be read in one way only, so
   * fifteen of them are never also sixteen.
   */
  static Hash hash(Envelope envelope, String data) {
    MessageDigest digest = Hash.sha256();
    digest.update(envelope.prevHash().bytes());
    String reason = envelope.reason();
    List<String> reasons = reason == null ? List.of() : List.of(reason);
    Authentication authentication = envelope.authentication();
    List<String> fields = new ArrayList<>(FIELDS);
    fields.add(envelope.ledgerId().toString());
    fields.add(Long.toString(envelope.position()));
    fields.add(envelope.stream());
    fields.add(Long.toString(envelope.version()));
    fields.add(Long.toString(envelope.commitStart()));
    fields.add(Integer.toString(envelope.commitSize()));
    fields.add(envelope.id().toString());
    fields.add(envelope.type());
    fields.add(netstrings(envelope.subjects()));
    fields.add(envelope.actor());
    if (authentication != null) {
      fields.add(authentication.value());
    }
    fields.add(netstrings(reasons));
    fields.add(envelope.commandId().toString());
    fields.add(envelope.correlation());
    fields.add(envelope.recordedAt().toString());
    fields.add(data);
    digest.update(netstrings(fields).getBytes(StandardCharsets.UTF_8));
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
