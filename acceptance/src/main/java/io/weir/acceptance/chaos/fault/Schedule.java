package io.weir.acceptance.chaos.fault;

import io.weir.acceptance.chaos.fault.Disruption.CorruptSnapshots;
import io.weir.acceptance.chaos.fault.Disruption.Cut;
import io.weir.acceptance.chaos.fault.Disruption.DeleteTopic;
import io.weir.acceptance.chaos.fault.Disruption.EndRelay;
import io.weir.acceptance.chaos.fault.Disruption.FillDisk;
import io.weir.acceptance.chaos.fault.Disruption.Freeze;
import io.weir.acceptance.chaos.fault.Disruption.JumpClock;
import io.weir.acceptance.chaos.fault.Disruption.Kill;
import io.weir.acceptance.chaos.fault.Disruption.Restart;
import io.weir.acceptance.chaos.fault.Disruption.Silence;
import io.weir.acceptance.chaos.fault.Disruption.Slow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Which faults happen when. It depends on the seed, the number of faults and what the machine lets
 * be done alone, and a longer one begins as a shorter one does. Kinds and places are dealt, not
 * drawn: each comes before any comes twice as often.
 */
public record Schedule(long seed, List<Step> steps) {
  private static final int HOUR = 3600;
  private static final double OF_PAIRS = 0.3;
  private static final double OF_RECOVERY = 0.7;
  private static final double OF_LONG_HOLDS = 0.12;

  public Schedule {
    steps = List.copyOf(steps);
  }

  /** What a fault can be. */
  private enum Kind {
    KILL,
    FREEZE,
    RESTART,
    CUT,
    SILENCE,
    SLOW,
    DELETE_TOPIC,
    END_RELAY,
    CORRUPT_SNAPSHOTS,
    FILL_DISK,
    JUMP_CLOCK
  }

  /**
   * A schedule of at least so many faults, at most one more.
   *
   * @param possible what this machine lets be done
   */
  public static Schedule of(long seed, int faults, Possible possible) {
    Making making = new Making(seed, possible);
    List<Step> steps = new ArrayList<>();
    for (int made = 0; made < faults; made += steps.getLast().together().size()) {
      steps.add(making.step());
    }
    return new Schedule(seed, steps);
  }

  /** How many faults there are in all. */
  public int faults() {
    return steps.stream().mapToInt(step -> step.together().size()).sum();
  }

  private static final class Making {
    private final Random random;
    private final Deck<Kind> kinds;
    private final Deck<Target> killed;
    private final Deck<Target> frozen;
    private final Deck<Target> restarted;
    private final Deck<Wire> wires;
    private final Deck<Target> gateways;
    private final Deck<FillDisk> disks;
    private final Deck<Target> clocks;

    /** What was dealt and would have been done to one thing at the same time as something else. */
    private final Deque<Disruption> putOff = new ArrayDeque<>();

    Making(long seed, Possible possible) {
      random = new Random(seed);
      List<Kind> all = new ArrayList<>(List.of(Kind.values()));
      all.addAll(Collections.nCopies(4, Kind.KILL));
      all.addAll(Collections.nCopies(3, Kind.FREEZE));
      all.addAll(List.of(Kind.CUT, Kind.CUT, Kind.SILENCE, Kind.SLOW, Kind.RESTART));
      if (!possible.fullDisks()) {
        all.remove(Kind.FILL_DISK);
      }
      if (!possible.wrongClocks()) {
        all.remove(Kind.JUMP_CLOCK);
      }
      kinds = new Deck<>(all, random);
      List<Target> targets = List.of(Target.values());
      killed = new Deck<>(targets, random);
      frozen = new Deck<>(targets, random);
      restarted = new Deck<>(targets, random);
      wires = new Deck<>(Wire.ALL, random);
      gateways = new Deck<>(Target.GATEWAYS, random);
      disks = new Deck<>(FillDisk.ALL, random);
      clocks = new Deck<>(Target.PROGRAMS, random);
    }

    Step step() {
      Disruption first = putOff.isEmpty() ? disruption() : putOff.removeFirst();
      List<Disruption> together = new ArrayList<>(List.of(first));
      if (random.nextDouble() < OF_PAIRS) {
        Disruption second = disruption();
        while (second.to().equals(first.to())) {
          putOff.addLast(second);
          second = disruption();
        }
        together.add(second);
      }
      boolean longer = random.nextDouble() < OF_LONG_HOLDS;
      return new Step(
          300 + random.nextInt(2_200),
          together,
          longer ? 8_000 + random.nextInt(6_000) : 300 + random.nextInt(4_700),
          random.nextDouble() < OF_RECOVERY);
    }

    private Disruption disruption() {
      return switch (kinds.deal()) {
        case KILL -> new Kill(killed.deal());
        case FREEZE -> new Freeze(frozen.deal());
        case RESTART -> new Restart(restarted.deal());
        case CUT -> new Cut(wires.deal());
        case SILENCE -> new Silence(wires.deal());
        case SLOW -> new Slow(wires.deal(), 20 + random.nextInt(280));
        case DELETE_TOPIC -> new DeleteTopic();
        case END_RELAY -> new EndRelay();
        case FILL_DISK -> disks.deal();
        case JUMP_CLOCK -> new JumpClock(clocks.deal(), random.nextBoolean() ? HOUR : -HOUR);
        case CORRUPT_SNAPSHOTS -> new CorruptSnapshots(gateways.deal(), random.nextBoolean());
      };
    }
  }
}
