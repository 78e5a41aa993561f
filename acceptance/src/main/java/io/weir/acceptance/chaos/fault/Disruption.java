package io.weir.acceptance.chaos.fault;

import java.time.Duration;
import java.util.List;

/** One fault: what it does, and what ends it. */
public sealed interface Disruption {
  /** Does it. */
  void inject(Victim victim);

  /** Ends it. */
  void heal(Victim victim);

  /** What it is done to, so that two at a time are done to different things. */
  Object to();

  /** SIGKILL; started again when it is healed. */
  record Kill(Target to) implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.kill(to);
    }

    @Override
    public void heal(Victim victim) {
      victim.start(to);
    }

    @Override
    public String toString() {
      return "kill " + to;
    }
  }

  /** SIGSTOP, and SIGCONT when it is healed. */
  record Freeze(Target to) implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.freeze(to);
    }

    @Override
    public void heal(Victim victim) {
      victim.thaw(to);
    }

    @Override
    public String toString() {
      return "freeze " + to;
    }
  }

  /** An orderly end, and a start when it is healed. */
  record Restart(Target to) implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.stop(to);
    }

    @Override
    public void heal(Victim victim) {
      victim.start(to);
    }

    @Override
    public String toString() {
      return "restart " + to;
    }
  }

  /** Connections are reset and refused. */
  record Cut(Wire to) implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.cut(to);
    }

    @Override
    public void heal(Victim victim) {
      victim.mend(to);
    }

    @Override
    public String toString() {
      return "cut " + to;
    }
  }

  /** Connections stay, and nothing comes through: a network that drops packets. */
  record Silence(Wire to) implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.silence(to);
    }

    @Override
    public void heal(Victim victim) {
      victim.mend(to);
    }

    @Override
    public String toString() {
      return "silence " + to;
    }
  }

  /** Everything comes through late. */
  record Slow(Wire to, int millis) implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.slow(to, Duration.ofMillis(millis));
    }

    @Override
    public void heal(Victim victim) {
      victim.mend(to);
    }

    @Override
    public String toString() {
      return "slow " + to + " by " + millis + " ms";
    }
  }

  /** The copy of the ledger in Kafka is gone; nothing but Weir itself heals that. */
  record DeleteTopic() implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.deleteTopic();
    }

    @Override
    public void heal(Victim victim) {
      // the relay makes it anew
    }

    @Override
    public Object to() {
      return Target.KAFKA;
    }

    @Override
    public String toString() {
      return "delete the topic weir.ledger";
    }
  }

  /** The relay's connection to PostgreSQL ends, and with it its lock; another takes over. */
  record EndRelay() implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.endRelaySession();
    }

    @Override
    public void heal(Victim victim) {
      // whoever has the lock next copies on
    }

    @Override
    public Object to() {
      return Target.RELAY;
    }

    @Override
    public String toString() {
      return "end the relay's session in PostgreSQL";
    }
  }

  /** A gateway node is killed, its snapshots are altered, and it is started again. */
  record CorruptSnapshots(Target to, boolean all) implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.kill(to);
      victim.corruptSnapshots(to, all);
    }

    @Override
    public void heal(Victim victim) {
      victim.start(to);
    }

    @Override
    public String toString() {
      return "kill " + to + " and corrupt " + (all ? "all its snapshots" : "its newest snapshot");
    }
  }

  /**
   * There is no room left where a store writes, until there is again.
   *
   * @param log whether what PostgreSQL has put by for its log is used up, too: it cannot go on then
   */
  record FillDisk(Target to, boolean log) implements Disruption {
    /** What can be filled. */
    public static final List<FillDisk> ALL =
        List.of(
            new FillDisk(Target.POSTGRES, false),
            new FillDisk(Target.POSTGRES, true),
            new FillDisk(Target.KAFKA, false));

    @Override
    public void inject(Victim victim) {
      victim.fillDisk(to, log);
    }

    @Override
    public void heal(Victim victim) {
      victim.freeDisk(to);
    }

    @Override
    public String toString() {
      return "fill the disk of " + to + (log ? " until it ends" : "");
    }
  }

  /** The wall clock of a process is wrong for a while; it jumps, and it jumps back. */
  record JumpClock(Target to, int seconds) implements Disruption {
    @Override
    public void inject(Victim victim) {
      victim.setClock(to, seconds);
    }

    @Override
    public void heal(Victim victim) {
      victim.setClock(to, 0);
    }

    @Override
    public String toString() {
      return "the clock of %s jumps by %+d s".formatted(to, seconds);
    }
  }
}
