package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What happens, drawn by a seed, what was seen, and every buffer there ever was. One thread. */
final class InterleavedWorld {
  private static final int MOST_NESTED = 3;
  private static final int NESTED_PERCENT = 15;

  private final SplittableRandom random;
  private final List<String> log = new ArrayList<>();
  private final List<ByteBuf> buffers = new ArrayList<>();
  private @Nullable String violated;
  private int nested;
  private boolean calm;

  /**
   * Something that may happen now.
   *
   * @param weight how likely, against the others
   */
  record Event(String name, int weight, Runnable run) {}

  InterleavedWorld(long seed) {
    random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** From now on nothing happens within calls. */
  void calm() {
    calm = true;
  }

  void seen(String what) {
    log.add("  ".repeat(nested) + what);
  }

  /** Nobody may do this. */
  void never(boolean happened, String what) {
    if (happened) {
      if (violated == null) {
        violated = what;
      }
      throw new Violation(what);
    }
  }

  /** The first rule that was broken, or null: whoever was told of it may have gone on. */
  @Nullable String violated() {
    return violated;
  }

  /** A rule was broken. */
  static final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Violation(String what) {
      super(what);
    }
  }

  /** Lets one of these happen, as their weights are; false if there are none. */
  boolean happen(List<Event> possible) {
    int all = possible.stream().mapToInt(Event::weight).sum();
    if (all == 0) {
      return false;
    }
    int drawn = random.nextInt(all);
    for (Event event : possible) {
      drawn -= event.weight();
      if (drawn < 0) {
        seen("> " + event.name());
        nested++;
        try {
          event.run().run();
        } finally {
          nested--;
        }
        return true;
      }
    }
    throw new AssertionError();
  }

  /** Maybe one of these happens before the call that is under way returns. */
  void within(List<Event> possible) {
    if (!calm && nested < MOST_NESTED && chance(NESTED_PERCENT)) {
      happen(possible);
    }
  }

  /** A buffer whose bytes are all the same. */
  ByteBuf bytes(int count, int value) {
    byte[] content = new byte[count];
    Arrays.fill(content, (byte) value);
    return buffer(content);
  }

  /** A buffer of bytes that count up. */
  ByteBuf counting(int count, long from) {
    byte[] content = new byte[count];
    for (int i = 0; i < count; i++) {
      content[i] = (byte) (from + i);
    }
    return buffer(content);
  }

  private ByteBuf buffer(byte[] content) {
    ByteBuf buffer = Unpooled.wrappedBuffer(content);
    buffers.add(buffer);
    return buffer;
  }

  /** How many buffers nobody has released. */
  long leaked() {
    return buffers.stream().filter(buffer -> buffer.refCnt() > 0).count();
  }

  List<String> log() {
    return log;
  }
}
