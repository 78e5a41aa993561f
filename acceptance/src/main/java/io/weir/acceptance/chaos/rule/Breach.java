package io.weir.acceptance.chaos.rule;

/**
 * A rule that did not hold.
 *
 * @param rule what should have been
 * @param what was found instead, a sentence
 */
public record Breach(String rule, String what) {
  @Override
  public String toString() {
    return rule + ": " + what;
  }
}
