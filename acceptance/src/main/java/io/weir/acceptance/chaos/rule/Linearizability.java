package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Kind;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.acceptance.chaos.history.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Searches for an order of the operations on one register that explains every answer: an operation
 * stands before another if it was answered before the other was sent, a read gives what was last
 * written, a swap succeeds where the value is the expected one and is refused where it is not.
 *
 * <p>Depth first, over what can come next, remembering which sets of operations with which value
 * led nowhere. An operation of unknown outcome may stand anywhere after it was sent, or nowhere; it
 * is tried only where something else can come next because of it, since any order that is right
 * stays right when it is moved there or left out. One thread, one use.
 *
 * @see <a href="https://www.cs.cmu.edu/~wing/publications/WingGong93.pdf">Wing and Gong, Testing
 *     and verifying concurrent objects, 1993</a>
 * @see <a href="https://www.cs.ox.ac.uk/people/gavin.lowe/LinearizabiltyTesting/">Lowe, Testing for
 *     linearizability, 2017, for the memory</a>
 */
final class Linearizability {
  /** Far more than an order that exists takes to be found. */
  private static final long MOST_STEPS = 20_000_000;

  private final String initial;

  /** Answered, by when they were sent. */
  private final List<Operation> known;

  /** Of unknown outcome, by when they were sent. */
  private final List<Operation> unknown;

  private final Set<Place> led = new HashSet<>();
  private BitSet deepest = new BitSet();
  private String deepestValue;

  private Linearizability(String initial, List<Operation> known, List<Operation> unknown) {
    this.initial = initial;
    this.known = known;
    this.unknown = unknown;
    this.deepestValue = initial;
  }

  /** A search for an order of operations on one register, which holds a value before them all. */
  static Linearizability of(String initial, List<Operation> operations) {
    List<Operation> known = new ArrayList<>();
    List<Operation> unknown = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation.kind() == Kind.WRITE || operation.kind() == Kind.SWAP) {
        if (operation.outcome() == Outcome.UNKNOWN) {
          unknown.add(operation);
        } else if (operation.done() || operation.kind() == Kind.SWAP) {
          known.add(operation);
        }
      } else if (operation.kind() == Kind.READ && operation.done()) {
        known.add(operation);
      }
    }
    known.sort(Comparator.comparingLong(Operation::invoked));
    unknown.sort(Comparator.comparingLong(Operation::invoked));
    return new Linearizability(initial, known, unknown);
  }

  /**
   * Which operations have been put in order, and the value after them; the answered ones from the
   * first that is not among them on, since all before it are.
   */
  private record Place(int first, BitSet known, BitSet unknown, String value) {}

  /** One operation put in order, and what else could have been. */
  private static final class Frame {
    final String before;
    final List<Candidate> candidates;
    int next;

    Frame(String before, List<Candidate> candidates) {
      this.before = before;
      this.candidates = candidates;
    }
  }

  /**
   * An operation that can come next.
   *
   * @param after the value after it
   */
  private record Candidate(int index, boolean known, String after) {}

  /** Why there is no such order; null if there is one. */
  @Nullable String contradiction() {
    BitSet done = new BitSet();
    BitSet used = new BitSet();
    Deque<Frame> frames = new ArrayDeque<>();
    Deque<Candidate> order = new ArrayDeque<>();
    String value = initial;
    frames.push(new Frame(value, candidates(done, used, value)));
    for (long step = 0; done.cardinality() < known.size(); step++) {
      if (step > MOST_STEPS) {
        return "no order was found in %d steps; %s".formatted(MOST_STEPS, stuck());
      }
      Frame frame = Objects.requireNonNull(frames.peek());
      if (frame.next < frame.candidates.size()) {
        Candidate chosen = frame.candidates.get(frame.next++);
        (chosen.known() ? done : used).set(chosen.index());
        value = chosen.after();
        if (led.add(place(done, used, value))) {
          order.push(chosen);
          frames.push(new Frame(value, candidates(done, used, value)));
          remember(done, value);
        } else {
          (chosen.known() ? done : used).clear(chosen.index());
          value = frame.before;
        }
      } else {
        frames.pop();
        Candidate taken = order.poll();
        if (taken == null) {
          return "no order explains the answers; " + stuck();
        }
        (taken.known() ? done : used).clear(taken.index());
        value = Objects.requireNonNull(frames.peek()).before;
      }
    }
    return null;
  }

  private static Place place(BitSet done, BitSet used, String value) {
    int first = done.nextClearBit(0);
    return new Place(
        first, done.get(first, Math.max(first, done.length())), (BitSet) used.clone(), value);
  }

  /** What can come next; the answered ones first. */
  private List<Candidate> candidates(BitSet done, BitSet used, String value) {
    List<Integer> waiting = waiting(done);
    long limit = Long.MAX_VALUE;
    for (int index : waiting) {
      limit = Math.min(limit, known.get(index).completed());
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int index : waiting) {
      String after = after(known.get(index), value);
      if (after != null) {
        candidates.add(new Candidate(index, true, after));
      }
    }
    for (int index = 0; index < unknown.size(); index++) {
      Operation operation = unknown.get(index);
      if (operation.invoked() > limit) {
        break;
      }
      String after = used.get(index) ? null : after(operation, value);
      if (after != null && helps(index, after, value, waiting, used, limit)) {
        candidates.add(new Candidate(index, false, after));
      }
    }
    return candidates;
  }

  /** The answered operations of which no other has to stand before them. */
  private List<Integer> waiting(BitSet done) {
    List<Integer> waiting = new ArrayList<>();
    long limit = Long.MAX_VALUE;
    for (int index = done.nextClearBit(0);
        index < known.size() && known.get(index).invoked() <= limit;
        index = done.nextClearBit(index + 1)) {
      waiting.add(index);
      limit = Math.min(limit, known.get(index).completed());
    }
    long earliest = limit;
    waiting.removeIf(index -> known.get(index).invoked() > earliest);
    return waiting;
  }

  /**
   * Whether something can come next after an operation of unknown outcome that could not before.
   */
  private boolean helps(
      int one, String after, String before, List<Integer> waiting, BitSet used, long limit) {
    for (int index : waiting) {
      Operation operation = known.get(index);
      if (after(operation, before) == null && after(operation, after) != null) {
        return true;
      }
    }
    for (int index = 0; index < unknown.size(); index++) {
      Operation operation = unknown.get(index);
      if (operation.invoked() > limit) {
        break;
      }
      if (index != one
          && !used.get(index)
          && after(operation, before) == null
          && after(operation, after) != null) {
        return true;
      }
    }
    return false;
  }

  /** The value after an operation that finds {@code value}; null if it cannot come there. */
  private static @Nullable String after(Operation operation, String value) {
    return switch (operation.kind()) {
      case READ -> value.equals(operation.value()) ? value : null;
      case WRITE -> operation.argument();
      case SWAP -> {
        boolean expected = value.equals(operation.expected());
        if (operation.outcome() == Outcome.REFUSED) {
          yield expected ? null : value;
        }
        yield expected ? operation.argument() : null;
      }
      case CREATE, CHANGE, DELETE, REFUSABLE, REPEAT, LIST -> null;
    };
  }

  private void remember(BitSet done, String value) {
    if (done.cardinality() > deepest.cardinality()) {
      deepest = (BitSet) done.clone();
      deepestValue = value;
    }
  }

  private String stuck() {
    return "after %d of %d operations, with \"%s\" in it, none of these can come next: %s"
        .formatted(
            deepest.cardinality(),
            known.size(),
            deepestValue,
            waiting(deepest).stream()
                .map(index -> known.get(index).toString())
                .collect(Collectors.joining(", ")));
  }
}
