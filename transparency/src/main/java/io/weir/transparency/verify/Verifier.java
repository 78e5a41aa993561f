package io.weir.transparency.verify;

import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.transparency.tree.CompactRange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes a ledger from its first event with no secret and without trusting where it is read
 * from: every hash, position, version and command, where it ends, and the roots that checkpoints
 * give. Memory grows with the number of streams only. One thread, one use.
 */
public final class Verifier {
  private static final int PROGRESS_EVERY = 1000;

  private final NavigableMap<Long, Hash> roots;
  private final Set<Long> asked;
  private final Map<Long, Hash> found = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final LedgerKeys keys = new LedgerKeys();
  private final CompactRange tree = CompactRange.empty();
  private long confirmed;
  private @Nullable Chain start;
  private @Nullable Chain chain;
  private @Nullable Envelope open;

  /**
   * A verifier that knows what the tree's root was at some sizes.
   *
   * @param roots by the position of the last event
   */
  public Verifier(Map<Long, Hash> roots) {
    this(roots, Set.of());
  }

  /**
   * The same, which also tells what it finds the tree's root to be at other sizes.
   *
   * @param asked those sizes
   */
  public Verifier(Map<Long, Hash> roots, Set<Long> asked) {
    this.roots = new TreeMap<>(roots);
    this.asked = Set.copyOf(asked);
  }

  /**
   * Reads all there is, up to the first thing that is wrong.
   *
   * @param progress told now and then how many events are proven
   * @throws IOException if the history cannot be read
   */
  public Verification verify(History history, LongConsumer progress) throws IOException {
    try {
      start = history.start();
      chain = start;
      confirm();
      Recorded event = history.next(chain);
      while (event != null) {
        take(event);
        if (tree.size() % PROGRESS_EVERY == 0) {
          progress.accept(tree.size());
        }
        event = history.next(chain);
      }
      end(history);
      return found(null);
    } catch (UnsoundException e) {
      return found(e.finding());
    }
  }

  private Verification found(@Nullable Finding finding) {
    return new Verification(
        start == null ? 0 : start.position(),
        chain,
        start == null ? tree.root() : null,
        found,
        keys.all(),
        finding);
  }

  private void take(Recorded event) throws UnsoundException {
    Envelope envelope = event.envelope();
    Chain end = chain == null ? Chain.genesis(envelope.ledgerId()) : chain;
    long next = end.position() + 1;
    step(end, event);
    long expected = expectedVersion(envelope);
    if (envelope.version() != expected) {
      throw new UnsoundException(
          next,
          "event %d has version %d of %s, not %d"
              .formatted(next, envelope.version(), envelope.stream(), expected));
    }
    // a part of a ledger may begin within a command
    boolean cut = start != null && end.equals(start) && envelope.commitStart() < next;
    if (!cut && !envelope.continuesCommit(open)) {
      throw new UnsoundException(
          next, "event %d does not belong to the command of the events around it".formatted(next));
    }
    keys.take(event);
    open = envelope.endsCommit() ? null : envelope;
    chain = end.after(event);
    tree.append(event.hash());
    confirm();
  }

  private long expectedVersion(Envelope envelope) {
    if (start != null) {
      // of a part of a ledger, what was before is not known
      versions.putIfAbsent(envelope.stream(), envelope.version() - 1);
    }
    return versions.merge(envelope.stream(), 1L, Long::sum);
  }

  /**
   * Proves that an event is next. Whatever is wrong, the position at fault is the one that should
   * be here.
   *
   * @param end the chain as far as it is proven
   */
  public static void step(Chain end, Recorded event) throws UnsoundException {
    long next = end.position() + 1;
    try {
      if (end.step(event) == Chain.Step.DUPLICATE) {
        throw new UnsoundException(
            next,
            "event %d stands again where event %d should be"
                .formatted(event.envelope().position(), next));
      }
    } catch (BrokenChainException e) {
      throw new UnsoundException(next, String.valueOf(e.getMessage()));
    }
  }

  /** Compares the root with that of a checkpoint of this size, if there is one. */
  private void confirm() throws UnsoundException {
    if (start != null) {
      return;
    }
    if (asked.contains(tree.size())) {
      found.put(tree.size(), tree.root());
    }
    Hash root = roots.get(tree.size());
    if (root == null) {
      return;
    }
    if (!tree.root().equals(root)) {
      throw new UnsoundException(
          confirmed + 1,
          "the events up to %d have root %s, the checkpoint says %s: history was rewritten somewhere from event %d on"
              .formatted(tree.size(), tree.root(), root, confirmed + 1));
    }
    confirmed = tree.size();
  }

  private void end(History history) throws IOException, UnsoundException {
    history.end(chain);
    if (start != null && !roots.isEmpty()) {
      throw new UnsoundException(
          0, "a part of a ledger has no root to be compared with a checkpoint");
    }
    if (open != null && history.endsWithACommand()) {
      throw new UnsoundException(
          tree.size() + 1, "the command of event %d is not complete".formatted(tree.size()));
    }
    Long beyond = roots.higherKey(tree.size());
    if (beyond != null) {
      throw new UnsoundException(
          tree.size() + 1,
          "the checkpoint says there were %d events, and there are %d"
              .formatted(beyond, tree.size()));
    }
  }
}
