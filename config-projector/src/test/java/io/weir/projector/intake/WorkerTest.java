package io.weir.projector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Worker worker = new Worker("worked", failures::add);

  @AfterEach
  void stop() {
    worker.stop(() -> {});
  }

  @Test
  void tellsWhateverWorkThrowsAndThatItIsOverAndGoesOn() {
    AtomicInteger over = new AtomicInteger();
    List<Throwable> thrown =
        List.of(
            new IllegalStateException("a defect"),
            new StackOverflowError("an error"),
            new NoClassDefFoundError("another"),
            new AssertionError("one more"));
    for (Throwable one : thrown) {
      worker.submit(() -> throwing(one), ignored -> over.incrementAndGet());
    }
    worker.later(() -> throwing(thrown.get(1)), Duration.ofMillis(1));
    await().until(() -> failures.size() == 5);
    assertThat(failures.subList(0, 4)).containsExactlyElementsOf(thrown);
    assertThat(over).hasValue(4);
    worker.submit(over::incrementAndGet);
    await().untilAtomic(over, is(5));
  }

  @Test
  void doesNotTellOfItsOwnEnd() {
    AtomicInteger over = new AtomicInteger();
    worker.submit(
        () -> throwing(new CancellationException("stopping")), ignored -> over.incrementAndGet());
    await().until(() -> over.get() == 1);
    assertThat(failures).isEmpty();
  }

  private static void throwing(Throwable what) {
    switch (what) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new AssertionError(what);
    }
  }
}
