package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Call;
import io.weir.acceptance.chaos.history.Evidence;
import java.util.List;

/**
 * Whatever is done to management, to Kafka and PostgreSQL, and to one node of three, traffic is
 * answered by every gateway node that was not itself ended or frozen.
 */
final class CallsSucceed implements Rule {
  @Override
  public String sentence() {
    return "a request with healthy back ends is answered by every gateway node that is up";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    return evidence.calls().stream()
        .filter(call -> !call.good() && !evidence.outages().excuses(call))
        .map(Call::toString)
        .toList();
  }
}
