package io.weir.dataplane.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.RetryOn;
import io.weir.dataplane.exchange.Decision.Again;
import io.weir.dataplane.exchange.Decision.GiveUp;
import io.weir.dataplane.exchange.Decision.Relay;
import io.weir.dataplane.exchange.Decision.Retry;
import io.weir.dataplane.exchange.RetryPolicy.Standing;
import io.weir.dataplane.http.NodeFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows an attempt, for every way it can end and everything that can be known. */
class RetryPolicyTest {
  private static final boolean[] BOTH = {false, true};

  private record Case(Outcome outcome, Standing standing) {}

  private static List<Case> cases() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int status : new int[] {200, 404, 429, 500, 503}) {
      outcomes.add(new Outcome.Answered(status));
    }
    for (NodeFailure kind : NodeFailure.values()) {
      outcomes.add(new Outcome.Failed(kind, false));
    }
    outcomes.add(new Outcome.Failed(NodeFailure.CONNECTION_LOST, true));
    outcomes.add(new Outcome.TimedOut());
    List<Case> cases = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      for (int left : new int[] {0, 1, 5}) {
        for (boolean anyMethod : BOTH) {
          for (boolean idempotent : BOTH) {
            for (boolean replayable : BOTH) {
              for (boolean fresh : BOTH) {
                RetryOn on = new RetryOn(List.of(429, 503), anyMethod);
                Standing standing = new Standing(left, on, idempotent, replayable, fresh);
                cases.add(new Case(outcome, standing));
              }
            }
          }
        }
      }
    }
    return cases;
  }

  private static boolean mayHaveBeenProcessed(Outcome outcome) {
    return !(outcome instanceof Outcome.Failed failed)
        || switch (failed.kind()) {
          case CONNECTION_LOST, STREAM_RESET, MALFORMED -> true;
          default -> false;
        };
  }

  @Test
  void nothingIsSentTwiceThatMayHaveBeenProcessedUnlessThatDoesNoHarm() {
    for (Case one : cases()) {
      Decision decision = RetryPolicy.after(one.outcome(), one.standing());
      if (decision instanceof Retry || decision instanceof Again) {
        Standing standing = one.standing();
        assertThat(standing.replayable()).describedAs("%s", one).isTrue();
        assertThat(
                !mayHaveBeenProcessed(one.outcome())
                    || standing.idempotent()
                    || standing.retryOn().nonIdempotent())
            .describedAs("%s", one)
            .isTrue();
      }
    }
  }

  @Test
  void noMoreIsRetriedThanTheUpstreamAllows() {
    for (Case one : cases()) {
      if (RetryPolicy.after(one.outcome(), one.standing()) instanceof Retry) {
        assertThat(one.standing().retriesLeft()).describedAs("%s", one).isPositive();
      }
    }
  }

  @Test
  void onlyAnAnswerIsRelayedAndEveryAnswerThatIsNotTriedAgain() {
    for (Case one : cases()) {
      Decision decision = RetryPolicy.after(one.outcome(), one.standing());
      boolean answered = one.outcome() instanceof Outcome.Answered;
      assertThat(decision instanceof Relay).isEqualTo(answered && !(decision instanceof Retry));
    }
  }

  @Test
  void aFreshConnectionToTheSameNodeIsForOneThatWasKeptTooLongAndOnlyOnce() {
    for (Case one : cases()) {
      if (RetryPolicy.after(one.outcome(), one.standing()) instanceof Again) {
        assertThat(one.standing().freshTryLeft()).isTrue();
        assertThat(one.outcome()).isEqualTo(new Outcome.Failed(NodeFailure.CONNECTION_LOST, true));
      }
    }
  }

  @Test
  void whatNoOtherNodeCouldMendIsNotTriedElsewhere() {
    for (Case one : cases()) {
      if (one.outcome() instanceof Outcome.Failed(NodeFailure kind, boolean _)
          && (kind == NodeFailure.HEAD_TOO_LARGE || kind == NodeFailure.NO_RESOURCES)) {
        assertThat(RetryPolicy.after(one.outcome(), one.standing())).isInstanceOf(GiveUp.class);
      }
    }
  }

  @Test
  void theFailureSaysWhatWentWrong() {
    Standing last = new Standing(0, new RetryOn(List.of(), false), true, true, false);
    List<String> codes = new ArrayList<>();
    for (NodeFailure kind : NodeFailure.values()) {
      GiveUp end = (GiveUp) RetryPolicy.after(new Outcome.Failed(kind, false), last);
      codes.add(kind + " " + end.failure());
    }
    assertThat(codes)
        .containsExactlyInAnyOrder(
            "NOT_CONNECTED CONNECT_FAILED",
            "NO_RESOURCES OUT_OF_RESOURCES",
            "OVERLOADED OVERLOADED",
            "UNPROCESSED CONNECT_FAILED",
            "STREAM_REFUSED CONNECT_FAILED",
            "HEAD_TOO_LARGE HEADERS_TOO_LARGE",
            "CONNECTION_LOST CONNECTION_BROKEN",
            "STREAM_RESET CONNECTION_BROKEN",
            "MALFORMED BAD_RESPONSE");
    assertThat(RetryPolicy.after(new Outcome.TimedOut(), last))
        .isEqualTo(new GiveUp(Failure.ATTEMPT_TIMEOUT));
  }
}
