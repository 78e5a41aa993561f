package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import java.util.List;

/** One thing that always has to hold. */
interface Rule {
  /** What has to hold, a sentence for people. */
  String sentence();

  /** What was found instead; nothing, if it holds. */
  List<String> contradictions(Evidence evidence);
}
