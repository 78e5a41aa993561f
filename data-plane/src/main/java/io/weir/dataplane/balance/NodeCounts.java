package io.weir.dataplane.balance;

import io.weir.dataplane.balance.NodeHealth.Failure;
import java.util.concurrent.atomic.LongAdder;

/** How the requests at a node went since it is known; only of nodes that have had some. */
final class NodeCounts {
  private final LongAdder answers = new LongAdder();
  private final LongAdder tcp = new LongAdder();
  private final LongAdder timeouts = new LongAdder();
  private final LongAdder http = new LongAdder();

  void answered() {
    answers.increment();
  }

  void failed(Failure failure) {
    of(failure).increment();
  }

  long answers() {
    return answers.sum();
  }

  long failures(Failure failure) {
    return of(failure).sum();
  }

  private LongAdder of(Failure failure) {
    return switch (failure) {
      case TCP -> tcp;
      case TIMEOUT -> timeouts;
      case HTTP -> http;
    };
  }
}
