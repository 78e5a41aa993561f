package io.weir.control.audit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PageReadsTest {
  private final PageReads reads = new PageReads();
  private final List<CompletableFuture<String>> begun = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  private Cancellable ask() {
    return reads
        .inTurn(
            () -> {
              var read = new CompletableFuture<String>();
              begun.add(read);
              return Uni.createFrom().completionStage(read);
            })
        .subscribe()
        .with(done::add, e -> done.add(String.valueOf(e.getMessage())));
  }

  @Test
  void fewAreUnderWayAndTheOthersFollowHoweverThoseEnd() {
    List<Cancellable> asked = new ArrayList<>();
    for (int i = 0; i < PageReads.AT_ONCE + 4; i++) {
      asked.add(ask());
    }
    assertThat(begun).hasSize(PageReads.AT_ONCE);

    begun.get(0).complete("read");
    begun.get(1).completeExceptionally(new IllegalStateException("away"));
    asked.get(2).cancel();

    assertThat(begun).hasSize(PageReads.AT_ONCE + 3);
    assertThat(done).containsExactly("read", "away");
  }

  @Test
  void whoLeavesWhileHeWaitsTakesNobodysTurn() {
    for (int i = 0; i < PageReads.AT_ONCE; i++) {
      ask();
    }
    ask().cancel();
    assertThat(begun).hasSize(PageReads.AT_ONCE);

    begun.forEach(read -> read.complete("read"));
    for (int i = 0; i < PageReads.AT_ONCE + 1; i++) {
      ask();
    }

    assertThat(begun).hasSize(2 * PageReads.AT_ONCE);
  }
}
