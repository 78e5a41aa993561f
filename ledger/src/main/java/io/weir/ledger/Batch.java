package io.weir.ledger;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.KeyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Commands decided one after another under one lock, each against what the ones before it left. A
 * command that fails takes nothing of the others with it. One thread, no I/O.
 */
final class Batch {
  /** Far above any sensible release, and below what the relay's topic takes as one record. */
  static final int MAX_DATA_CHARS = 4 * 1024 * 1024;

  private final Instant now;
  private final Map<StoredAnswer.Key, StoredAnswer> answers;
  private final List<Recorded> events = new ArrayList<>();
  private final List<CommandRecord> commands = new ArrayList<>();
  private final Map<KeyId, Hash> secrets = new LinkedHashMap<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final int maxDataChars;
  private LedgerState state;

  /**
   * A batch that continues from {@code state}.
   *
   * @param now the database's time, not before that of the last event
   * @param answers what is recorded about the keys its commands carry
   */
  Batch(LedgerState state, Instant now, Map<StoredAnswer.Key, StoredAnswer> answers) {
    this(state, now, answers, MAX_DATA_CHARS);
  }

  Batch(
      LedgerState state,
      Instant now,
      Map<StoredAnswer.Key, StoredAnswer> answers,
      int maxDataChars) {
    this.maxDataChars = maxDataChars;
    this.state = state;
    this.now = now;
    this.answers = new HashMap<>(answers);
  }

  /** Decides the next command. */
  void decide(Submission submission) {
    try {
      Outcome outcome = outcomeOf(submission);
      verdicts.add(new Verdict.Decided(submission, outcome));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      verdicts.add(new Verdict.Failed(submission, e));
    }
  }

  private Outcome outcomeOf(Submission submission) {
    Idempotency idempotency = submission.context().idempotency();
    StoredAnswer stored =
        idempotency == null ? null : answers.get(StoredAnswer.Key.of(idempotency));
    if (idempotency != null && stored != null) {
      Outcome told = stored.tell(idempotency);
      if (told instanceof Outcome.KeyReused) {
        commands.add(CommandRecord.keyReused(submission, state.position()));
      }
      return told;
    }
    return switch (submission.command().decide(state.image())) {
      case Decision.Accepted(var accepted) -> accept(submission, accepted);
      case Decision.Refused(var refusals) -> refuse(submission, refusals);
    };
  }

  private Outcome refuse(Submission submission, List<Refusal> refusals) {
    commands.add(CommandRecord.refused(submission, refusals, state.position()));
    return new Outcome.Refused(refusals, state.position());
  }

  private Outcome accept(Submission submission, List<GatewayEvent> accepted) {
    List<Recorded> recorded = new ArrayList<>(accepted.size());
    LedgerState next = state;
    if (!accepted.isEmpty()) {
      var step = new LedgerState.Step(state);
      Map<String, Long> versions = new HashMap<>();
      Hash hash = state.chain().hash();
      for (GatewayEvent event : accepted) {
        String data = EventCodec.CURRENT.encode(event);
        if (data.length() > maxDataChars) {
          return refuse(submission, List.of(tooLarge(event, data)));
        }
        long version =
            versions.merge(event.stream(), state.nextVersion(event.stream()), (v, _) -> v + 1);
        Recorded one =
            record(submission, event, data, version, recorded.size(), accepted.size(), hash);
        hash = one.hash();
        recorded.add(one);
        step.replay(one, event);
      }
      var inconsistencies = step.check();
      if (!inconsistencies.isEmpty()) {
        throw new UnsoundDecisionException(submission.command().name(), inconsistencies);
      }
      next = step.apply();
      List<Refusal> outside =
          ScopeCheck.refuse(submission.context().scope(), state.image(), next.image(), accepted);
      if (!outside.isEmpty()) {
        return refuse(submission, outside);
      }
    }
    Answer answer = submission.render().apply(state.image(), next.image());
    keep(submission, next, recorded, answer);
    return new Outcome.Committed(answer, next.position(), false);
  }

  private void keep(
      Submission submission, LedgerState next, List<Recorded> recorded, Answer answer) {
    state = next;
    if (!recorded.isEmpty() && submission.command() instanceof KeepsSecret made) {
      secrets.put(made.id(), made.secretHash());
    }
    events.addAll(recorded);
    commands.add(CommandRecord.accepted(submission, next.position(), recorded.size(), answer));
    Idempotency idempotency = submission.context().idempotency();
    if (idempotency != null) {
      answers.put(
          StoredAnswer.Key.of(idempotency),
          new StoredAnswer(idempotency.requestHash(), answer, next.position()));
    }
  }

  private Recorded record(
      Submission submission,
      GatewayEvent event,
      String data,
      long version,
      int index,
      int size,
      Hash prevHash) {
    CommandContext context = submission.context();
    long commitStart = state.position() + 1;
    return Recorded.of(
        new Envelope(
            state.chain().ledgerId(),
            commitStart + index,
            event.stream(),
            version,
            commitStart,
            size,
            UUID.randomUUID(),
            EventTypes.nameOf(event),
            event.subjects(),
            context.actor(),
            context.authentication(),
            context.reason(),
            submission.id(),
            context.correlation(),
            now,
            prevHash),
        data);
  }

  private Refusal tooLarge(GatewayEvent event, String data) {
    return Refusal.of(
        RefusalCode.LIMIT_EXCEEDED,
        "%s would be recorded with %d characters; at most %d can be"
            .formatted(event.stream(), data.length(), maxDataChars));
  }

  /** When all of it is recorded. */
  Instant now() {
    return now;
  }

  /** What is to be written, in order. */
  List<Recorded> events() {
    return events;
  }

  /** The hashes of the secrets of keys that it makes. */
  Map<KeyId, Hash> secrets() {
    return secrets;
  }

  /** What is to be kept of each attempt; repeated requests leave no trace of their own. */
  List<CommandRecord> commands() {
    return commands;
  }

  /** What each caller is to be told once all that is committed. */
  List<Verdict> verdicts() {
    return verdicts;
  }

  /** The state once all that is committed. */
  LedgerState state() {
    return state;
  }
}
