package io.weir.projector.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.weir.contracts.log.Recorded;
import io.weir.projector.store.SessionLock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process of a new version starts, and another one may be rebuilding for it already. */
@QuarkusTest
class StartTest extends RebuildFixture {
  @Test
  void rebuildsTablesThatAnotherVersionMade() {
    int before = active();
    layout("older");
    List<Recorded> meanwhile = flat(ledger.random(5));
    rebuilds.prepare();
    assertThat(active()).isGreaterThan(before);
    topic.publish(meanwhile);
  }

  @Test
  void waitsForAnotherProcessToFinish() throws InterruptedException {
    int before = active();
    String layout = layout();
    Thread starting;
    try (SessionLock others = lock()) {
      assertThat(others).isNotNull();
      layout("older");
      starting = waiting();
      layout(layout);
      assertThat(starting.join(LIMIT)).isTrue();
    }
    assertThat(active()).isEqualTo(before);
  }

  @Test
  void takesOverFromAnotherProcessThatIsKilled() throws InterruptedException {
    int before = active();
    int theirs;
    Thread starting;
    try (SessionLock others = lock()) {
      assertThat(others).isNotNull();
      layout("older");
      theirs = generations.createBuilding();
      starting = waiting();
    }
    assertThat(starting.join(LIMIT)).isTrue();
    assertThat(active()).isGreaterThan(before);
    assertThat(state("/v1/rebuilds/" + theirs)).isEqualTo("FAILED");
  }

  @Test
  void doesNotWaitIfItCanWriteTheTables() {
    int before = active();
    try (SessionLock others = lock()) {
      assertThat(others).isNotNull();
      rebuilds.prepare();
    }
    assertThat(active()).isEqualTo(before);
  }

  private Thread waiting() {
    Thread starting = Thread.ofPlatform().start(rebuilds::prepare);
    await().atMost(LIMIT).until(() -> starting.getState() == Thread.State.TIMED_WAITING);
    return starting;
  }
}
