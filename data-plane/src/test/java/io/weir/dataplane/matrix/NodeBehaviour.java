package io.weir.dataplane.matrix;

import io.weir.dataplane.support.script.Step;
import java.util.Arrays;
import java.util.List;

/**
 * What a node does with a request, and what follows from it.
 *
 * @param hasty whether the API's timeout is short, because only it ends the request
 * @param blame whether the node has failed, as far as its health is concerned
 */
record NodeBehaviour(String name, Fate fate, Blame blame, boolean hasty, List<Step> steps) {
  /** What may become of the message. */
  enum Fate {
    /** The node sent all of it: it arrives. */
    WHOLE,
    /** Whether it may be passed on can be seen in two ways: it arrives, or it fails. */
    EITHER,
    /** Not all of it came: it never looks as if it had. */
    CUT
  }

  /** What the node's health says. */
  enum Blame {
    NONE,
    SOME,
    /** Both can be defended. */
    ANY
  }

  /** The node did all it should. */
  static NodeBehaviour whole(String name, Step... steps) {
    return new NodeBehaviour(name, Fate.WHOLE, Blame.NONE, false, Arrays.asList(steps));
  }

  /** The node broke off. */
  static NodeBehaviour cut(String name, Step... steps) {
    return new NodeBehaviour(name, Fate.CUT, Blame.SOME, false, Arrays.asList(steps));
  }

  /** The node does not come to an answer. */
  static NodeBehaviour silent(String name, Step... steps) {
    return new NodeBehaviour(name, Fate.CUT, Blame.SOME, true, Arrays.asList(steps));
  }

  /** The node's answer stands still, which those of streams of events may do for long. */
  static NodeBehaviour still(String name, Step... steps) {
    return new NodeBehaviour(name, Fate.CUT, Blame.ANY, true, Arrays.asList(steps));
  }

  NodeBehaviour either() {
    return new NodeBehaviour(name, Fate.EITHER, Blame.ANY, hasty, steps);
  }

  NodeBehaviour blame(Blame other) {
    return new NodeBehaviour(name, fate, other, hasty, steps);
  }

  /** Whether the script ends the connection, and with it what else is on it. */
  boolean endsConnection() {
    return steps.stream()
        .anyMatch(
            step ->
                step instanceof Step.Close
                    || step instanceof Step.Drop
                    || step instanceof Step.Reset);
  }
}
