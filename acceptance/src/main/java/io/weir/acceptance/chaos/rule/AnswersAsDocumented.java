package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import java.util.List;

/** Management succeeds, refuses or says that it cannot answer now; it has no other failures. */
final class AnswersAsDocumented implements Rule {
  @Override
  public String sentence() {
    return "management answers with success, a refusal or 503";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    return evidence.odd();
  }
}
