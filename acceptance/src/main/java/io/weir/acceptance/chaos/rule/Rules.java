package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import java.util.ArrayList;
import java.util.List;

/** All rules that a recording is judged by. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new AcknowledgedOnce(),
          new NothingInvented(),
          new RefusedStaysRefused(),
          new RepeatsAnswerAlike(),
          new RealTimeOrder(),
          new LinearizableRegisters(),
          new ListsGoForward(),
          new GatewaysServePrefixes(),
          new CallsSucceed(),
          new AnswersAsDocumented());

  private Rules() {}

  /** What they say, in the order in which they are judged. */
  public static List<String> sentences() {
    return ALL.stream().map(Rule::sentence).toList();
  }

  /** Everything that does not hold. */
  public static List<Breach> judge(Evidence evidence) {
    List<Breach> breaches = new ArrayList<>();
    for (Rule rule : ALL) {
      for (String what : rule.contradictions(evidence)) {
        breaches.add(new Breach(rule.sentence(), what));
      }
    }
    return breaches;
  }
}
