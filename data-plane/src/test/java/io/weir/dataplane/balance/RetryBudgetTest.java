package io.weir.dataplane.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private static final int ATTEMPTS = 100;

  @Test
  void aLoneRequestMayBeRepeated() {
    RetryBudget budget = new RetryBudget(2, 0.2, 3);
    budget.requestBegan(0);
    for (int i = 0; i < ATTEMPTS; i++) {
      assertThat(budget.tryAcquire(0)).isTrue();
      budget.release(0);
    }
  }

  @Test
  void thereAreNeverMoreThanTheMinimumIfThereAreFewRequests() {
    RetryBudget budget = new RetryBudget(2, 0.2, 3);
    begin(budget, 10);
    assertThat(acquired(budget, 10)).isEqualTo(3);
  }

  @Test
  void oneRequestInSixIsARetryAtMost() {
    RetryBudget budget = new RetryBudget(2, 0.2, 3);
    begin(budget, 600);
    assertThat(acquired(budget, 600)).isEqualTo(100);
    assertThat(budget.retrying()).isEqualTo(100);
    budget.release(0);
    assertThat(acquired(budget, 600)).isEqualTo(1);
  }

  @Test
  void requestsOfAllLoopsCount() {
    RetryBudget budget = new RetryBudget(4, 0.2, 0);
    for (int loop = 0; loop < 4; loop++) {
      for (int i = 0; i < 3; i++) {
        budget.requestBegan(loop);
      }
    }
    assertThat(budget.active()).isEqualTo(12);
    assertThat(budget.tryAcquire(0)).isTrue();
    assertThat(budget.tryAcquire(1)).isTrue();
    assertThat(budget.tryAcquire(2)).isFalse();
  }

  @Test
  void aBudgetOfNothingAllowsNothing() {
    RetryBudget budget = new RetryBudget(1, 0, 0);
    begin(budget, 100);
    assertThat(budget.tryAcquire(0)).isFalse();
    assertThatThrownBy(() -> new RetryBudget(1, 1.1, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Clients that each have one request at a time, at an upstream of which every node fails after
   * the same time, with 100 attempts a request: what reaches the upstream is a fifth more than
   * without retries.
   */
  @Property(tries = 100)
  void aHundredAttemptsAtAnUpstreamThatFailsAreNoStorm(
      @ForAll @IntRange(min = 1, max = 500) int clients,
      @ForAll @IntRange(min = 1, max = 8) int loops,
      @ForAll @IntRange(min = 0, max = 3) int minimum,
      @ForAll Random random) {
    RetryBudget budget = new RetryBudget(loops, 0.2, minimum);
    boolean[] retrying = new boolean[clients];
    int[] attempts = new int[clients];
    List<Integer> order = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      budget.requestBegan(client % loops);
      order.add(client);
    }
    long requests = clients;
    int rounds = 300;
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (int client : order) {
        int loop = client % loops;
        attempts[client]++;
        if (retrying[client]) {
          budget.release(loop);
        }
        retrying[client] = attempts[client] < ATTEMPTS && budget.tryAcquire(loop);
        if (!retrying[client]) {
          attempts[client] = 0;
          budget.requestEnded(loop);
          budget.requestBegan(loop);
          requests++;
        }
      }
      assertThat(budget.retrying()).isLessThanOrEqualTo(Math.max(minimum, clients / 6));
    }
    double atUpstream = (double) clients * rounds;
    assertThat(atUpstream).isLessThanOrEqualTo(1.2 * requests + (double) minimum * rounds);
  }

  private static void begin(RetryBudget budget, int many) {
    for (int i = 0; i < many; i++) {
      budget.requestBegan(0);
    }
  }

  private static int acquired(RetryBudget budget, int many) {
    int acquired = 0;
    for (int i = 0; i < many; i++) {
      acquired += budget.tryAcquire(0) ? 1 : 0;
    }
    return acquired;
  }
}
