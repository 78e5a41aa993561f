package io.weir.acceptance.chaos.load;

import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Three back ends of an API: two that always answer, and one that is broken now and then. */
public final class BackEnds implements Runnable, AutoCloseable {
  private static final int LONGEST = 2_500;

  private final FakeUpstream sick = FakeUpstream.http();
  private final List<FakeUpstream> all = List.of(FakeUpstream.http(), sick, FakeUpstream.http());
  private final Random random;
  private volatile boolean stopped;
  private CompletableFuture<Reply> held = new CompletableFuture<>();

  /** Starts them, all of them well. */
  public BackEnds(long seed) {
    random = new Random(seed + 7);
    all.forEach(BackEnds::well);
  }

  private static void well(FakeUpstream one) {
    one.behave(Behaviour.always(Reply.text(200, "well")));
  }

  /** Where they listen. */
  public List<Integer> ports() {
    return all.stream().map(FakeUpstream::port).toList();
  }

  /** Ends the breaking. */
  public void stop() {
    stopped = true;
  }

  /** Breaks and mends the one until it is stopped. */
  @Override
  public void run() {
    try {
      while (!stopped) {
        breakOne();
        Thread.sleep(100 + random.nextInt(LONGEST));
        mend();
        // nobody asks what arrived, and it would grow without end
        all.forEach(FakeUpstream::forget);
        Thread.sleep(100 + random.nextInt(LONGEST));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      mend();
    }
  }

  private void breakOne() {
    switch (random.nextInt(5)) {
      case 0 -> sick.stop();
      case 1 -> sick.behave(Behaviour.always(new Reply.Reset()));
      case 2 -> sick.behave(Behaviour.always(new Reply.Close()));
      case 3 -> sick.behave(Behaviour.always(Reply.status(503)));
      default -> {
        held = new CompletableFuture<>();
        sick.behave(Behaviour.always(new Reply.Held(held)));
      }
    }
  }

  private void mend() {
    well(sick);
    sick.start();
    held.complete(Reply.text(200, "late"));
  }

  @Override
  public void close() {
    all.forEach(FakeUpstream::close);
  }
}
